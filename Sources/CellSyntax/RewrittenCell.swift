/// A cell's text as the compiler gets it.
public struct RewrittenCell: Sendable {
  public var body: EditedText
  /// Code that runs after the cell's last line.
  public var tail: String
  /// The stored variables by index; the last one is the result if there is one.
  public var variables: [String]
  /// The name of the variable that holds the value of the last expression.
  public var result: String?
}
