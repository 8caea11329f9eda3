import CourseChecks
import Glassbox
import Testing

@Suite struct WaysBack {
  /// What the tape says, in the same order as the inputs.
  func taped(_ inputs: [Tensor], _ upstream: Tensor, _ function: ([Tensor]) -> Tensor) -> [Tensor] {
    valueAndGradients(at: inputs) { (function($0) * upstream).sum() }.gradients
  }

  let sizes = [(2, 3), (4, 1), (1, 5), (6, 6)]

  @Test("y = x * row, for x (1 point)") func toX() throws {
    for (rows, columns) in sizes {
      let (x, upstream) = withRandomness(seed: 1) { (Tensor.normal([rows, columns]), Tensor.normal([rows, columns])) }
      let row = withRandomness(seed: 2) { Tensor.normal([columns]) }
      let got = timesRowPullback(upstream, x: x, row: row)
      try Check.close(got.x, to: taped([x, row], upstream) { $0[0] * $0[1] }[0], "[\(rows), \(columns)]")
    }
  }

  @Test("y = x * row, for the row (1 point)") func rowCollects() throws {
    for (rows, columns) in sizes {
      let (x, upstream) = withRandomness(seed: 3) { (Tensor.normal([rows, columns]), Tensor.normal([rows, columns])) }
      let row = withRandomness(seed: 4) { Tensor.normal([columns]) }
      let got = timesRowPullback(upstream, x: x, row: row)
      try Check.close(got.row, to: taped([x, row], upstream) { $0[0] * $0[1] }[1], "[\(rows), \(columns)]")
    }
  }

  @Test("y = x.mean(axis: -1) (1 point)") func mean() throws {
    for (rows, columns) in [(2, 3), (1, 5), (6, 6)] {
      let (x, upstream) = withRandomness(seed: 5) { (Tensor.normal([rows, columns]), Tensor.normal([rows])) }
      let expected = taped([x], upstream) { $0[0].mean(axis: -1) }[0]
      try Check.close(meanPullback(upstream, x: x), to: expected, "[\(rows), \(columns)]")
    }
  }

  @Test("the rows of different words (1 point)") func differentWords() throws {
    let got = lookupPullback(
      Tensor([[1, 2], [3, 4]]), words: Tensor(indices: [2, 0]), table: Tensor.zeros([4, 2]))
    try Check.close(got, to: Tensor([[3, 4], [0, 0], [1, 2], [0, 0]]))
  }

  @Test("a word that comes twice gets both parts (1 point)") func repeatedWords() throws {
    let (words, table) = (Tensor(indices: [1, 2, 1, 0, 1]), withRandomness(seed: 6) { Tensor.normal([4, 3]) })
    let upstream = withRandomness(seed: 7) { Tensor.normal([5, 3]) }
    let expected = taped([table], upstream) { $0[0].selecting(words) }[0]
    try Check.close(lookupPullback(upstream, words: words, table: table), to: expected)
  }
}
