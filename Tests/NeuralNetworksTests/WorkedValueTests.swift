import NeuralNetworks
import Tensors
import Testing

/// Numbers that language models are explained with, each computed by hand from its formula, out of tensor operations.
@Suite("Worked values of later chapters come out of tensor operations") struct WorkedValueTests {
  @Test("The perplexity of four probabilities is the exponential of the mean surprise")
  func perplexity() {
    let surprise = -log(Tensor([0.2, 0.5, 0.1, 0.4])).mean()
    #expect(surprise.isClose(to: Tensor(1.380_365), tolerance: 1e-6))
    #expect(exp(surprise).isClose(to: Tensor(3.976_354), tolerance: 1e-6))
  }

  @Test("Skip-gram with negative sampling: one word that belongs, two that do not")
  func negativeSampling() {
    // -ln σ(1) - ln σ(-(-1)) - ln σ(-0)
    let loss = -log(sigmoid(Tensor([1, 1, 0]))).sum()
    #expect(loss.isClose(to: Tensor(1.319_671), tolerance: 1e-6))
  }

  @Test("GloVe weighs a pair that was seen ten times by (10/100)^0.75")
  func glove() {
    let weight = pow(Tensor(10) / 100, 0.75)
    #expect(weight.isClose(to: Tensor(0.177_828), tolerance: 1e-5))
    let term = weight * square(2 - log(Tensor(10)))
    #expect(term.isClose(to: Tensor(0.016_282), tolerance: 1e-5))
  }

  @Test(
    "A preference of one policy over another costs less the larger it is",
    arguments: [(1, -0.5, 0.620_957), (0, 0, 0.693_147)])
  func preference(better: Double, worse: Double, loss: Double) {
    // -ln σ(β (better - worse)) with β = 0.1
    #expect((-log(sigmoid(Tensor(0.1 * (better - worse))))).isClose(to: Tensor(loss), tolerance: 1e-6))
  }

  @Test("Numbers in eight bits: the largest size becomes 127")
  func eightBits() {
    let numbers = Tensor([0.5, -1.27, 0.01, 0.9])
    let scale = abs(numbers).max().item / 127
    #expect(Swift.abs(scale - 0.01) < 1e-7)
    let small = (numbers / scale).map { $0.rounded() }
    #expect(small == Tensor([50, -127, 1, 90]))
    #expect((small * scale).isClose(to: numbers, tolerance: 1e-6))
  }

  @Test(
    "A model that knows nothing is surprised by the logarithm of its vocabulary",
    arguments: [(65, 4.1744), (50_257, 10.8249)])
  func ignorance(vocabulary: Int, loss: Double) {
    let surprise = crossEntropy(Tensor.zeros([2, vocabulary]), Tensor(indices: [0, vocabulary - 1]))
    #expect(Swift.abs(surprise.doubleItem - loss) < 5e-5)
  }

  @Test("Two narrow matrices instead of a square one: about a fiftieth of the numbers")
  func lowRank() {
    let whole = Linear(768, 768, bias: false).parameterCount
    let narrow = Linear(768, 8, bias: false).parameterCount + Linear(8, 768, bias: false).parameterCount
    #expect(whole == 589_824)
    #expect(narrow == 12_288)
  }
}
