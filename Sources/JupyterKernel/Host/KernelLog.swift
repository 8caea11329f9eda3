import Glibc

/// Writes what an operator should know to standard error, where Jupyter's own log picks it up.
public struct KernelLog: Sendable {
  private let name: String

  /// - Parameter name: Stands before every line.
  public init(name: String) {
    self.name = name
  }

  /// Writes one line. Control characters and overlong texts, which a stranger may have sent, are made harmless.
  public func note(_ text: String) {
    let printable = text.unicodeScalars.prefix(500).map { $0.value < 32 || $0.value == 127 ? " " : Character($0) }
    let line = Array("\(name): \(String(printable))\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
  }
}
