/// A cell's text as the compiler gets it.
public struct RewrittenCell: Sendable {
  public var body: EditedText
  /// Code that runs after the cell's last line.
  public var tail: String
  /// The stored variables by index; the last one is the result if there is one.
  public var variables: [String]
  /// The name of the variable that holds the value of the last expression.
  public var result: String?

  init(body: EditedText, tail: String, variables: [String], result: String?) {
    self.body = body
    self.tail = tail
    self.variables = variables
    self.result = result
  }

  /// A text that the compiler gets as it is, because nothing in it runs at the top level.
  public init(unchanged text: String) {
    self.init(body: TextEdits().applied(to: text), tail: "", variables: [], result: nil)
  }
}
