import CourseChecks
import Glassbox
import Testing

@Suite struct AdditiveAttention {
  let query = Tensor([1, 0])
  let keys = Tensor([[1, 0], [0, 1], [2, 2]])
  let queryMap = Tensor([[1, 0], [0, 1]])
  let keyMap = Tensor([[0.5, 0], [0, -0.5]])
  let vector = Tensor([1, 2])

  func weights(_ keys: Tensor) -> Tensor {
    additiveWeights(query: query, keys: keys, queryMap: queryMap, keyMap: keyMap, vector: vector)
  }

  @Test("what softmax makes of [1, 0, 1] (1 point)") func articleNumbers() throws {
    try Check.close(articleWeights, to: [0.4223, 0.1554, 0.4223], within: 1e-3)
  }

  @Test("one weight for each token, and they sum to 1 (1 point)") func sumsToOne() throws {
    try Check.shape(of: weights(keys), is: [3], "the weights")
    try Check.close(weights(keys).sum().doubleItem, to: 1.0, "the sum of the weights")
  }

  @Test("the numbers of the formula (1 point)") func formula() throws {
    // tanh of [1.5, 0], [1, -0.5] and [2, -1], times [1, 2]: 0.90515, -0.16264, -0.55916.
    try Check.close(weights(keys), to: Tensor([0.63492, 0.21827, 0.14682]), within: 1e-4)
  }

  @Test("exchanging two tokens exchanges their weights (1 point)") func permutation() throws {
    let order = Tensor(indices: [2, 0, 1])
    try Check.close(weights(keys.selecting(order)), to: weights(keys).selecting(order))
  }
}
