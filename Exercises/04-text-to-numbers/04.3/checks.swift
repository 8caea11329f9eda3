import CourseChecks
import Glassbox
import Testing

@Suite struct BytePairsByHand {
  static let story = KitCorpus.stories.documents.prefix(3).joined(separator: "\n")

  /// The bytes that tokens stand for.
  private func bytes(_ tokens: [Int], _ pairs: [[Int]]) throws -> [UInt8] {
    try tokens.flatMap { token throws -> [UInt8] in
      if let byte = UInt8(exactly: token) { return [byte] }
      try Check.that(pairs.indices.contains(token - 256), "there is no token \(token)")
      return try bytes(pairs[token - 256].filter { $0 < token }, pairs)
    }
  }

  @Test("three pairs of aaabdaaabac (1 point)") func wikipedia() throws {
    try Check.equal(learnedPairs("aaabdaaabac", 3), [[97, 97], [256, 97], [257, 98]])
  }

  @Test("aaabdaaabac with its three pairs (1 point)") func encodes() throws {
    try Check.equal(encoded("aaabdaaabac", [[97, 97], [256, 97], [257, 98]]), [258, 100, 258, 97, 99])
    try Check.equal(encoded("abab ", [[97, 98]]), [256, 256, 32])
  }

  @Test("of equally frequent pairs the one that stands first (1 point)") func ties() throws {
    try Check.equal(learnedPairs("zyzy abab zyab", 1), [[122, 121]])
    try Check.equal(learnedPairs("abab zyzy abzy", 2), [[97, 98], [122, 121]])
  }

  @Test("stops when no pair stands there twice, and when the text is empty (1 point)") func stopsEarly() throws {
    try Check.equal(learnedPairs("abcd", 5), [])
    try Check.equal(learnedPairs("", 5), [])
    try Check.equal(learnedPairs("abab", 5), [[97, 98]])
  }

  @Test("pairs are joined in the order in which they were learned (1 point)") func orderOfLearning() throws {
    let pairs = [[97, 97], [256, 97], [257, 98]]
    try Check.equal(encoded("aaaa", pairs), [256, 256])
    try Check.equal(encoded("xyz xy", [[121, 122], [120, 121]]), [120, 256, 32, 257])
  }

  @Test("any text comes back, byte for byte (1 point)") func lossless() throws {
    let pairs = [[97, 97], [256, 97], [257, 98], [231, 140]]
    for text in ["aaaaaaab", "猫 in the 水", "", "caaat\r\n"] {
      try Check.equal(bytes(encoded(text, pairs), pairs), Array(text.utf8), "the bytes of “\(text)”")
    }
  }

  @Test("30 pairs of three stories, against the library (2 points)") func story() throws {
    let expected = BasicBytePairs(text: Self.story, merges: 30)
    let pairs = learnedPairs(Self.story, 30)
    try Check.equal(pairs, expected.merges.map { [$0.first, $0.second] }, "the pairs")
    let text = KitCorpus.stories.documents[5]
    try Check.equal(encoded(text, pairs), expected.encode(text), "the tokens of another story")
  }
}
