/// Why a cell did not come to its end.
public struct CellFailure: Sendable, Equatable {
  /// A name for the kind of failure, for instance `CompileError` or `IndexOutOfRange`.
  public var name: String
  /// The failure in one line.
  public var message: String
  /// The whole report: lines of text, plain and with colours.
  public var report: Notice

  public init(name: String, message: String, report: Notice) {
    self.name = name
    self.message = message
    self.report = report
  }

  public init(name: String, message: String) {
    self.init(name: name, message: message, report: Notice(plain: message, colored: "\u{1B}[1m\(message)\u{1B}[0m"))
  }
}

extension CellFailure {
  /// The system gives no more threads.
  static let noThread = CellFailure(
    name: "GlassboxError",
    message: "The system gives no thread to read the cell with. End other programs and try again.")

  /// The cell was interrupted before its code ran.
  static func interrupted(during work: String) -> CellFailure {
    CellFailure(
      name: "KeyboardInterrupt", message: "The \(work) was interrupted. Everything from earlier cells is still there.")
  }
}
