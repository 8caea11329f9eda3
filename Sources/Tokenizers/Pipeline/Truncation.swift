/// How texts that are too long are cut.
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

  public init(maximumLength: Int, strategy: Strategy = .longestFirst) {
    self.maximumLength = maximumLength
    self.strategy = strategy
  }

  /// Cuts one or two texts, so that with the marks they fit.
  func cut(_ first: Encoding, _ second: Encoding?, marks: Int) -> (first: Encoding, second: Encoding?) {
    let room = max(maximumLength - marks, 0)
    let excess = first.count + (second?.count ?? 0) - room
    guard excess > 0 else { return (first, second) }
    guard let second else { return (shortened(first, to: room), nil) }
    switch strategy {
    case .onlyFirst: return (shortened(first, to: max(first.count - excess, 0)), second)
    case .onlySecond: return (first, shortened(second, to: max(second.count - excess, 0)))
    case .longestFirst:
      // The shorter text stays whole if it takes less than its half; an odd token goes to the second.
      let shorter = min(first.count, second.count)
      let small = shorter > room ? room : shorter
      var large = max(room - small, small)
      var kept = small
      if small + large > room {
        kept = room / 2
        large = kept + room % 2
      }
      let isFirstShorter = first.count <= second.count
      return (
        shortened(first, to: isFirstShorter ? kept : large), shortened(second, to: isFirstShorter ? large : kept)
      )
    }
  }

  private func shortened(_ text: Encoding, to length: Int) -> Encoding {
    guard length < text.count else { return text }
    return text.part(dropsBeginning ? text.count - length..<text.count : 0..<length)
  }
}
