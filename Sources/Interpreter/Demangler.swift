import Foundation

/// Turns the linker's names of Swift declarations into readable ones.
struct Demangler: Sendable {
  private typealias Function =
    @convention(c) (
      UnsafePointer<CChar>?, Int, UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<Int>?, UInt32
    ) -> UnsafeMutablePointer<CChar>?

  /// `Cell7.x : Swift.Int` for the symbol of a variable; `nil` for a name that is not Swift's.
  static func demangled(_ symbol: String) -> String? {
    guard let address = dlsym(nil, "swift_demangle") else { return nil }
    let function = unsafeBitCast(address, to: Function.self)
    guard let text = function(symbol, symbol.utf8.count, nil, nil, 0) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }
}
