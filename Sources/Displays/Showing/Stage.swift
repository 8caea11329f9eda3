import Glibc

/// Where displays appear: a notebook, or a terminal if there is none.
package struct Stage: Sendable {
  /// Takes a display message; `nil` if there is no notebook.
  package var showMessage: (@Sendable (JSON) -> Void)?
  /// Takes a comm message; `nil` if nobody would receive it.
  package var sendComm: (@Sendable (JSON) -> Void)?
  /// Takes text for the standard output.
  package var write: @Sendable (String) -> Void
  /// Whether displays can be changed after they have been shown.
  package var isInteractive: @Sendable () -> Bool
  /// Whether the standard output is a terminal, where a line can be written again.
  package var isTerminal: Bool
  /// How many characters fit in a line of text.
  package var columns: @Sendable () -> Int
  /// The time that has passed since some moment in the past.
  package var now: @Sendable () -> Duration

  package init(
    showMessage: (@Sendable (JSON) -> Void)? = nil, sendComm: (@Sendable (JSON) -> Void)? = nil,
    write: @escaping @Sendable (String) -> Void = Stage.standardOutput,
    isInteractive: @escaping @Sendable () -> Bool = { false }, isTerminal: Bool = false,
    columns: @escaping @Sendable () -> Int = terminalColumns,
    now: @escaping @Sendable () -> Duration = Stage.steadyClock
  ) {
    self.showMessage = showMessage
    self.sendComm = sendComm
    self.write = write
    self.isInteractive = isInteractive
    self.isTerminal = isTerminal
    self.columns = columns
    self.now = now
  }

  /// The stage that this task shows on. Tests put their own in place.
  @TaskLocal package static var current = Stage(HostFunctions.ofThisProcess)

  init(_ functions: HostFunctions) {
    func sender(_ send: HostFunctions.Send?) -> (@Sendable (JSON) -> Void)? {
      guard let send else { return nil }
      return { message in message.bytes.withUnsafeBufferPointer { send($0.baseAddress, $0.count) } }
    }
    // A notebook is read elsewhere than where it was made, so its text has the usual width, unless whoever shows it has less.
    let hasNotebook = functions.display != nil
    let shown = Stage.columns(fromEnvironment: getenv("GLASSBOX_COLUMNS").map { String(cString: $0) })
    self.init(
      showMessage: sender(functions.display), sendComm: sender(functions.comm),
      isInteractive: { functions.isInteractive?() != 0 },
      isTerminal: isatty(STDOUT_FILENO) == 1, columns: { hasNotebook ? shown : terminalColumns() })
  }

  /// The width that the environment asks for, within what pictures can be drawn in; 80 without one.
  static func columns(fromEnvironment text: String?) -> Int {
    text.flatMap { Int($0) }.map { min(max($0, 40), 80) } ?? 80
  }

  /// Writes text to the standard output at once.
  package static let standardOutput: @Sendable (String) -> Void = { text in
    print(text, terminator: "")
    fflush(nil)
  }

  /// The time since this function was first asked.
  package static let steadyClock: @Sendable () -> Duration = {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }()
}
