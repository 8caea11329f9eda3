/// How texts that are too long are cut.
///
///     let tokenizer = try PipelineTokenizer.trainedBytePairs(on: [], vocabularySize: 256)
///     let truncation = Truncation(maximumLength: 4, stride: 1)
///     tokenizer.encode("abcdefg", pair: nil, truncation: truncation).tokens     // ["a", "b", "c", "d"]
///     tokenizer.windows(on: "abcdefg", truncation: truncation)[1].tokens        // ["d", "e", "f", "g"]
public struct Truncation: Equatable, Sendable {
  /// Which text of a pair gives way.
  public enum Strategy: String, CaseIterable, Sendable {
    /// The longer one, token by token.
    case longestFirst = "LongestFirst"
    case onlyFirst = "OnlyFirst"
    case onlySecond = "OnlySecond"
  }

  /// How many tokens are left at most, marks counted.
  public var maximumLength: Int
  public var strategy: Strategy
  /// Whether the beginning is dropped and not the end.
  public var dropsBeginning = false
  /// How many tokens each window has in common with the one before it; less than a window has.
  public var stride: Int

  public init(maximumLength: Int, strategy: Strategy = .longestFirst, stride: Int = 0) {
    self.maximumLength = maximumLength
    self.strategy = strategy
    self.stride = stride
  }

  /// How many tokens of one or two texts are left, so that with the marks they fit.
  func lengths(of first: Int, _ second: Int?, marks: Int) -> (first: Int, second: Int?) {
    let room = max(max(maximumLength, 0) - marks, 0)
    let excess = first + (second ?? 0) - room
    guard excess > 0 else { return (first, second) }
    guard let second else { return (room, nil) }
    switch strategy {
    case .onlyFirst: return (max(first - excess, 0), second)
    case .onlySecond: return (first, max(second - excess, 0))
    case .longestFirst:
      // The shorter text stays whole if it takes less than its half; an odd token goes to the second.
      let shorter = min(first, second)
      let small = shorter > room ? room : shorter
      var large = max(room - small, small)
      var kept = small
      if small + large > room {
        kept = room / 2
        large = kept + room % 2
      }
      return first <= second ? (kept, large) : (large, kept)
    }
  }

  /// The windows of a text, each as long as told but for the last: the one that is kept, and those with what was cut off.
  func windows(of count: Int, length: Int) -> [Range<Int>] {
    guard length < count else { return [0..<count] }
    guard length > 0 else { return [0..<0] }
    // A window that began where the last one did would never come to the end.
    let step = max(length - max(stride, 0), 1)
    var windows = [0..<length]
    while let last = windows.last, last.upperBound < count {
      windows.append(last.lowerBound + step..<min(last.upperBound + step, count))
    }
    return dropsBeginning ? windows.map { count - $0.upperBound..<count - $0.lowerBound } : windows
  }
}
