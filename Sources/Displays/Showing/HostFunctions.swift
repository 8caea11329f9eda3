import Glibc

/// The functions of the program that shows displays, for instance a notebook's worker.
///
/// They are looked up by name in the running process. A plain program has none of them: then text goes to the standard
/// output.
struct HostFunctions: Sendable {
  typealias Send = @convention(c) (UnsafePointer<UInt8>?, Int) -> Void
  typealias Ask = @convention(c) () -> Int32

  /// Shows, updates or clears a display.
  var display: Send?
  /// Sends a comm message.
  var comm: Send?
  /// Whether displays can be changed after they have been shown.
  var isInteractive: Ask?

  /// The functions of this process.
  static let ofThisProcess = HostFunctions { dlsym(UnsafeMutableRawPointer(bitPattern: 0), $0) }

  /// - Parameter find: Gives the address of the function with the given name, if there is one.
  init(find: (String) -> UnsafeMutableRawPointer?) {
    display = find("glassbox_host_display").map { unsafeBitCast($0, to: Send.self) }
    comm = find("glassbox_host_comm").map { unsafeBitCast($0, to: Send.self) }
    isInteractive = find("glassbox_host_is_interactive").map { unsafeBitCast($0, to: Ask.self) }
  }
}
