import CourseChecks
import Glassbox
import Testing

@Suite struct NoVector {
  @Test("how many numbers the article's vector has (1 point)") func size() throws {
    try Check.equal(articleSize, 1)
  }

  @Test("vectors whose similarity has no logarithm (1 point)") func logarithm() throws {
    let (first, second) = noLogarithm
    try Check.equal([first.count, second.count], [2, 2], "how many numbers the vectors have")
    try Check.that(
      (first + second).allSatisfy(\.isFinite) && first != [0, 0] && second != [0, 0],
      "One of the vectors is zeros, or has something in it that is no number.")
    let product = first[0] * second[0] + first[1] * second[1]
    try Check.that(product < 0, "The similarity is \(product), and −log of it is \(product > 0 ? "a number" : "infinite").")
  }

  @Test("10 meetings, and a model that says 2 (1 point)") func golden() throws {
    try Check.close(gloVeTerm(word: [2, 0], context: [1, 3], biases: 0, count: 10), to: 0.016282, within: 1e-5)
  }

  @Test("biases are added (1 point)") func biases() throws {
    try Check.close(gloVeTerm(word: [0.5, 1], context: [1, 0.5], biases: -1, count: 1), to: 0.0, within: 1e-9)
    try Check.close(gloVeTerm(word: [0, 0], context: [1, 3], biases: 3, count: 100), to: 2.576571, within: 1e-5)
  }

  @Test("from 100 meetings on a pair counts in full, and no more (1 point)") func capped() throws {
    try Check.close(gloVeTerm(word: [8, 0], context: [1, 3], biases: 0, count: 2000), to: 0.159279, within: 1e-5)
  }
}
