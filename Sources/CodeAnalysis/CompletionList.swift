/// The ways to go on at a place, the likeliest first.
public struct CompletionList: Codable, Hashable, Sendable {
  /// The UTF-8 offset at which the text to replace begins.
  public var start: Int
  /// The UTF-8 offset at which it ends.
  public var end: Int
  /// The ways to go on.
  public var completions: [Completion]

  /// Offers to replace a range by one of some completions.
  public init(start: Int, end: Int, completions: [Completion]) {
    self.start = start
    self.end = end
    self.completions = completions
  }
}
