/// The words of texts by how often they occur, the most frequent first.
///
///     WordCounts([["to", "be", "or", "not", "to", "be"]]).words     // ["to", "be", "or", "not"]
public struct WordCounts: Sendable {
  /// The words; of equally frequent ones the one that comes first in the texts is first.
  public let words: [String]
  /// How often each occurs.
  public let counts: [Int]
  let places: [String: Int]

  /// - Parameters:
  ///   - texts: Each a list of words.
  ///   - minimumCount: How often a word must occur; others are left out.
  public init(_ texts: [[String]], minimumCount: Int = 1) {
    var known: [String: (count: Int, first: Int)] = [:]
    for word in texts.joined() {
      let next = known.count
      known[word, default: (0, next)].count += 1
    }
    let kept = known.filter { $0.value.count >= minimumCount }
      .sorted { ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first) }
    words = kept.map(\.key)
    counts = kept.map(\.value.count)
    places = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
  }

  /// The texts as numbers of words, without those that are left out.
  func numbered(_ texts: [[String]]) -> [[Int]] { texts.map { $0.compactMap { places[$0] } } }
}
