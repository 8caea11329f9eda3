/// What is known about a name in a text.
public struct Inspection: Codable, Hashable, Sendable {
  /// The name with its labels, such as `append(_:)`.
  public var name: String
  /// The declaration as Swift, such as `mutating func append(_ newElement: Double)`.
  public var declaration: String
  /// The type of the value or function; empty if it has none.
  public var type: String
  /// The documentation in Markdown; empty if there is none.
  public var markdown: String
  /// The documentation as plain text; empty if there is none.
  public var documentation: String
  /// The compiler's identifier of the symbol; empty if it is not known.
  public var usr: String
  /// The module that declares it; empty if it is not known.
  public var module: String

  /// Describes a name.
  public init(
    name: String, declaration: String, type: String, markdown: String, documentation: String, usr: String,
    module: String
  ) {
    self.name = name
    self.declaration = declaration
    self.type = type
    self.markdown = markdown
    self.documentation = documentation
    self.usr = usr
    self.module = module
  }
}
