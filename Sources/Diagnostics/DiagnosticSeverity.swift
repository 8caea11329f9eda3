/// How much a diagnostic matters.
public enum DiagnosticSeverity: Hashable, Sendable {
  /// The code cannot be compiled.
  case error
  /// The code can be compiled but probably does not mean what it says.
  case warning
  /// The compiler tells what it did.
  case remark
  /// A detail of another diagnostic.
  case note
}
