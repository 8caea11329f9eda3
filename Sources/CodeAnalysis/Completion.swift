/// One way to go on at a place in a text.
public struct Completion: Codable, Hashable, Sendable {
  /// The text to put in the place of the replaced range.
  public var text: String
  /// What it is.
  public var kind: CompletionKind
  /// How it is written out, with parameters and result, such as `append(_ newElement: Int)`.
  public var signature: String
  /// The first sentence of its documentation.
  public var summary: String?
  /// The module that declares it.
  public var module: String?

  /// Describes a way to go on.
  public init(text: String, kind: CompletionKind, signature: String, summary: String? = nil, module: String? = nil) {
    self.text = text
    self.kind = kind
    self.signature = signature
    self.summary = summary
    self.module = module
  }
}
