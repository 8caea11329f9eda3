/// One way in which a text could go on.
public struct CompletionMatch: Sendable, Hashable {
  /// The text to insert.
  public var text: String
  /// What the name stands for, such as `function` or `class`; front ends show an icon for it.
  public var kind: String?
  /// Parameters and result, for what can be called.
  public var signature: String?

  public init(_ text: String, kind: String? = nil, signature: String? = nil) {
    self.text = text
    self.kind = kind
    self.signature = signature
  }
}
