/// The ways in which a text could go on.
public struct Completion: Sendable {
  public var matches: [CompletionMatch]
  /// The part of the text that a match replaces, in UTF-8 bytes.
  public var replacing: Range<Int>

  public init(matches: [CompletionMatch], replacing: Range<Int>) {
    self.matches = matches
    self.replacing = replacing
  }
}
