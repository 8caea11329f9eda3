import CourseChecks
import Glassbox
import Testing

@Suite struct TheWayBackOfALookUp {
  @Test("index 1, counted from 1 (1 point)") func fromOne() throws {
    try Check.close(countedFromOne, to: [0, 1, 0])
  }

  @Test("index 1, counted from 0 (1 point)") func fromZero() throws {
    try Check.close(countedFromZero, to: [1, 0, 1])
  }

  @Test("words that come once (1 point)") func once() throws {
    let got = tableSlope(words: Tensor(indices: [2, 0]), upstream: Tensor([[1, 2], [3, 4]]), vocabulary: 4)
    try Check.close(got, to: Tensor([[3, 4], [0, 0], [1, 2], [0, 0]]))
  }

  @Test("a word that comes twice (1 point)") func twice() throws {
    let got = tableSlope(words: Tensor(indices: [1, 3, 1]), upstream: Tensor([[1, 2], [3, 4], [10, 20]]), vocabulary: 4)
    try Check.close(got, to: Tensor([[0, 0], [11, 22], [0, 0], [3, 4]]))
  }

  @Test("the same as the tape gives (2 points)") func tape() throws {
    let (table, upstream) = withRandomness(seed: 61) { (Tensor.normal([7, 3]), Tensor.normal([6, 3])) }
    let words = Tensor(indices: [5, 0, 5, 5, 2, 0])
    let expected = gradient(at: table) { ($0.selecting(words) * upstream).sum() }
    try Check.close(tableSlope(words: words, upstream: upstream, vocabulary: 7), to: expected)
  }
}
