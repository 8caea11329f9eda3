import CourseChecks
import Glassbox
import Testing

@Suite struct OneStep {
  /// Two inputs, one number in state and cells.
  let small = RecurrentWeights(
    input: Tensor([[0.5, -0.2], [1, 0.3], [-0.7, 0.9], [0.1, 0.4]]), hidden: Tensor([[0.2], [-0.5], [0.8], [0.6]]),
    inputBias: Tensor([0.1, 0.2, -0.1, 0]), hiddenBias: Tensor([0, 0.3, 0.2, -0.1]))

  /// One input, one number, no biases and no way from the state: only what is given for the input counts.
  func only(_ input: [Double]) -> RecurrentWeights {
    RecurrentWeights(
      input: Tensor(input).unsqueezed(1), hidden: Tensor.zeros([4, 1]), inputBias: Tensor.zeros([4]),
      hiddenBias: Tensor.zeros([4]))
  }

  @Test("the cells: −0.766745 (1 point)") func cells() throws {
    let got = lstmStepByHand(Tensor([[1, 2]]), hidden: Tensor([[0.5]]), cells: Tensor([[-1.5]]), weights: small)
    try Check.close(got.cells, to: Tensor([[-0.766745]]), within: 1e-5)
  }

  @Test("the state: −0.483942 (1 point)") func state() throws {
    let got = lstmStepByHand(Tensor([[1, 2]]), hidden: Tensor([[0.5]]), cells: Tensor([[-1.5]]), weights: small)
    try Check.close(got.hidden, to: Tensor([[-0.483942]]), within: 1e-5)
  }

  @Test("both biases count (1 point)") func biases() throws {
    let weights = RecurrentWeights(
      input: Tensor.zeros([4, 1]), hidden: Tensor.zeros([4, 1]), inputBias: Tensor([0, 1, 0, 0]),
      hiddenBias: Tensor([0, 1, 0, 0]))
    let got = lstmStepByHand(Tensor([[1]]), hidden: Tensor([[0]]), cells: Tensor([[2]]), weights: weights)
    try Check.close(got.cells, to: Tensor([[1.761594]]), within: 1e-5, "2 · σ(2), the cells")
  }

  @Test("a shut forget gate forgets (1 point)") func forgets() throws {
    let shut = only([0, -50, 1, 0])
    let one = lstmStepByHand(Tensor([[1]]), hidden: Tensor([[0]]), cells: Tensor([[7]]), weights: shut)
    let other = lstmStepByHand(Tensor([[1]]), hidden: Tensor([[0]]), cells: Tensor([[-7]]), weights: shut)
    try Check.close(one.cells, to: other.cells, within: 1e-5, "the cells, after 7 and after −7")
  }

  @Test("new content can be negative (1 point)") func negative() throws {
    let got = lstmStepByHand(Tensor([[1]]), hidden: Tensor([[0]]), cells: Tensor([[0]]), weights: only([0, 0, -3, 0]))
    try Check.close(got.cells, to: Tensor([[-0.497527]]), within: 1e-5, "½ · tanh(−3), the cells")
  }

  @Test("three texts and five numbers, as the library has it (2 points)") func batch() throws {
    let (cell, x, hidden, cells) = withRandomness(seed: 73) {
      (LSTMCell(4, 5), Tensor.normal([3, 4]), Tensor.normal([3, 5]), Tensor.normal([3, 5]))
    }
    let expected = lstmStep(x, cell.weights, from: LSTMState(hidden: hidden, cells: cells))
    let got = lstmStepByHand(x, hidden: hidden, cells: cells, weights: cell.weights)
    try Check.close(got.cells, to: expected.cells, within: 1e-5, "the cells")
    try Check.close(got.hidden, to: expected.hidden, within: 1e-5, "the state")
  }
}
