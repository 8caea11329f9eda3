/// Two texts that belong together, such as a sentence and its translation.
public struct TextPair: Sendable, Hashable {
  public let source: String
  public let target: String

  public init(_ source: String, _ target: String) { (self.source, self.target) = (source, target) }
}
