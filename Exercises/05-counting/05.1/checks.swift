import CourseChecks
import Glassbox
import Testing

@Suite struct BigramsByHand {
  /// The cat sat. The dog sat. The cat ran.
  let texts = [[5, 1, 4, 0], [5, 2, 4, 0], [5, 1, 3, 0]]
  /// Their bigrams, written down.
  let table = [
    [0, 0, 0, 0, 0, 0], [0, 0, 0, 1, 1, 0], [0, 0, 0, 0, 1, 0],
    [1, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0], [0, 2, 1, 0, 0, 0],
  ]

  @Test("rows are what came before, columns what came next (1 point)") func rowsAndColumns() throws {
    try Check.equal(bigramCounts([[0, 1, 1, 0, 1]], 2), [[0, 2], [1, 1]])
    try Check.equal(bigramCounts([[2, 0]], 3), [[0, 0, 0], [0, 0, 0], [1, 0, 0]])
  }

  @Test("nothing is counted across the end of a text, nor in short texts (1 point)") func ends() throws {
    try Check.equal(bigramCounts([[0, 0], [1, 1]], 2), [[1, 0], [0, 1]])
    try Check.equal(bigramCounts([[], [1], [0]], 2), [[0, 0], [0, 0]])
  }

  @Test("the cat ran. is 2/3 · 1/2 · 1 (1 point)") func product() throws {
    try Check.close(likelihood([5, 1, 3, 0], table), to: 1.0 / 3, within: 1e-12)
    try Check.close(likelihood([5, 1], table), to: 2.0 / 3, within: 1e-12)
    try Check.close(likelihood([1, 3], table), to: 0.5, within: 1e-12)
  }

  @Test("what never came is 0 (1 point)") func neverCame() throws {
    try Check.close(likelihood([5, 2, 3, 0], table), to: 0.0, within: 0, "the dog ran .")
  }

  @Test("after a token that nothing has followed everything is 0 (1 point)") func emptyRow() throws {
    try Check.close(likelihood([0, 5], table), to: 0.0, within: 0, ". the")
    try Check.close(likelihood([5, 1, 4, 0, 5], table), to: 0.0, within: 0, "the cat sat . the")
  }

  @Test("one token, or none, is certain (1 point)") func certain() throws {
    try Check.close(likelihood([3], table), to: 1.0, within: 0)
    try Check.close(likelihood([], table), to: 1.0, within: 0)
  }

  @Test("300 tokens at random, against the library (1 point)") func library() throws {
    var random = RandomGenerator(seed: 51)
    let long = random.integers(count: 300, below: 5)
    let model = NGramModel(order: 2, vocabularySize: 5, smoothing: .addK(0))
    model.count(long)
    let counts = bigramCounts([long], 5)
    try Check.equal(counts, (0..<5).map { row in (0..<5).map { model.count(of: $0, after: [row]) } }, "the counts")
    let text = [4, 0, 1, 2, 3, 3]
    let expected = zip(text, text.dropFirst()).reduce(1.0) { $0 * model.probabilities(after: [$1.0])[$1.1] }
    let ratio = likelihood(text, counts) / expected
    try Check.close(ratio, to: 1.0, within: 1e-9, "the likelihood, divided by the library's")
  }
}
