/// How often each run of n tokens occurs in a text.
///
///     NGramCounts(["to", "be", "or", "not", "to", "be"], length: 2)[["to", "be"]]     // 2
public struct NGramCounts<Token: Hashable & Sendable>: Sendable, Equatable {
  /// The counts of those that occur.
  public private(set) var counts: [[Token]: Int] = [:]

  /// Counts the runs of a length; of a text that is shorter there are none.
  public init(_ tokens: [Token], length: Int) {
    guard length >= 1 else {
      stop(.below(measure: "NGramCounts", setting: "length", value: "\(length)", smallest: "1"))
    }
    guard tokens.count >= length else { return }
    for first in 0...tokens.count - length { counts[Array(tokens[first..<first + length]), default: 0] += 1 }
  }

  public subscript(run: [Token]) -> Int { counts[run, default: 0] }

  /// How many runs there are, each counted as often as it occurs.
  public var total: Int { counts.values.reduce(0, +) }

  /// How many runs two texts share; what occurs several times is shared as often as it occurs in both.
  public func overlap(with other: NGramCounts) -> Int {
    counts.reduce(0) { $0 + min($1.value, other[$1.key]) }
  }

  /// The larger count of both for each run.
  func union(_ other: NGramCounts) -> NGramCounts {
    var union = self
    union.counts.merge(other.counts, uniquingKeysWith: max)
    return union
  }
}
