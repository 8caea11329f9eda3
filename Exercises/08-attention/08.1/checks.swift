import CourseChecks
import Glassbox
import Testing

@Suite struct Attention {
  let token = Tensor([[1, 0], [0, 1], [1, 1]])
  let value = Tensor([[1, 2], [3, 4], [5, 6]])

  @Test("a weight lies between 0 and 1 (1 point)") func shares() throws {
    let weights = attend(query: token, key: token, value: value).weights
    try Check.shape(of: weights, is: [3, 3], "the weights")
    try Check.that(
      weights.doubles.allSatisfy { 0 <= $0 && $0 <= 1 }, "there are weights below 0, above 1, or not a number")
  }

  @Test("each row of weights sums to 1 (1 point)") func rowsSumToOne() throws {
    let weights = attend(query: token, key: token, value: value).weights
    try Check.close(weights.sum(axis: -1), to: Tensor.ones([3]), "the sums of the rows")
  }

  @Test("the weights of the three tokens (1 point)") func tableWeights() throws {
    let expected = Tensor([[0.4011, 0.1978, 0.4011], [0.1978, 0.4011, 0.4011], [0.2483, 0.2483, 0.5035]])
    try Check.close(attend(query: token, key: token, value: value).weights, to: expected, within: 1e-4)
  }

  @Test("the mixture of their values (1 point)") func tableOutput() throws {
    let expected = Tensor([[3, 4], [3.4067, 4.4067], [3.5105, 4.5105]])
    try Check.close(attend(query: token, key: token, value: value).output, to: expected, within: 1e-4)
  }

  @Test("other sizes, against the library (1 point)") func otherSizes() throws {
    let (query, key, value) = withRandomness(seed: 8) {
      (Tensor.normal([5, 16]), Tensor.normal([5, 16]), Tensor.normal([5, 3]))
    }
    let expected = attention(query: query, key: key, value: value)
    try Check.close(attend(query: query, key: key, value: value).output, to: expected, within: 1e-4)
  }
}
