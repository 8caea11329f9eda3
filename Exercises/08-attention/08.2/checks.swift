import CourseChecks
import Glassbox
import Testing

@Suite struct CausalMask {
  let token = Tensor([[1, 0], [0, 1], [1, 1]])
  let value = Tensor([[1, 2], [3, 4], [5, 6]])
  let mask = causalMask(3, 3)

  @Test("the first token sees only itself (1 point)") func firstSeesOnlyItself() throws {
    let weights = attendMasked(query: token, key: token, value: value, mask: mask).weights
    try Check.shape(of: weights, is: [3, 3], "the weights")
    try Check.close(weights[0][1...], to: Tensor.zeros([2]), within: 0, "what the first token sees of the others")
  }

  @Test("permuting keys and values together leaves the output alone (1 point)") func permutation() throws {
    let order = Tensor(indices: [2, 0, 1])
    let straight = attendMasked(query: token, key: token, value: value, mask: mask).output
    let permuted = attendMasked(
      query: token, key: token.selecting(order), value: value.selecting(order), mask: mask.selecting(order, axis: 1))
    try Check.close(permuted.output, to: straight)
  }

  @Test("a row sums to 1 (1 point)") func rowsSumToOne() throws {
    let weights = attendMasked(query: token, key: token, value: value, mask: mask).weights
    let sums = weights.sum(axis: -1)
    for row in 0..<3 {
      try Check.that(
        Swift.abs(sums.doubles[row] - 1) < 1e-5,
        "row \(row) sums to \((sums.doubles[row] * 1000).rounded() / 1000)")
    }
  }

  @Test("the future changes nothing (1 point)") func futureChangesNothing() throws {
    // The last token says something else, and says it louder.
    let (laterKey, laterValue) = (token * Tensor([[1], [1], [4]]), value * Tensor([[1], [1], [-3]]))
    let now = attendMasked(query: token, key: token, value: value, mask: mask).output
    let then = attendMasked(query: token, key: laterKey, value: laterValue, mask: mask).output
    try Check.close(then[..<2], to: now[..<2])
  }
}
