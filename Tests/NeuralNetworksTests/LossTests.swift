import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Losses") struct LossTests {
  @Test("Cross-entropy of 2, 1, 0.1 for the first class")
  func golden() {
    // ln(e² + e¹ + e⁰·¹) - 2, worked out by hand.
    let logits = Tensor([[2, 1, 0.1]])
    #expect(abs(crossEntropy(logits, Tensor(indices: [0])).item - 0.417030) < 1e-6)
    #expect(abs(crossEntropyByHand(logits, Tensor(indices: [0])).item - 0.417030) < 1e-6)
    #expect(abs(crossEntropy(Tensor.zeros([2, 65]), Tensor(indices: [3, 64])).item - 4.1744) < 1e-4)
  }

  @Test("Huber's loss is squared near the target and straight further off")
  func huber() {
    let losses = huberLoss(Tensor([0, 0, 0]), Tensor([0.5, -2, 3]), delta: 2, reduction: .none)
    #expect(losses == Tensor([0.125, 2, 4]))
  }

  @Test("The divergence of logits is that of their distributions, and 0 between equals")
  func divergenceOfLogits() {
    let (p, q) = (Tensor([[1, 2, 0.5]]), Tensor([[0.3, -1, 2]]))
    let expected = klDivergence(logSoftmax(q), softmax(p), reduction: .sum)
    #expect(klDivergence(logits: q, targetLogits: p).isClose(to: expected))
    #expect(abs(klDivergence(logits: p, targetLogits: p).item) < 1e-7)
    let flat = klDivergence(logits: q / 4, targetLogits: p / 4)
    #expect(klDivergence(logits: q, targetLogits: p, temperature: 4).isClose(to: flat))
  }

  @Test("Gradients agree with slopes, the targets' too")
  func gradients() {
    let x = Tensor([[0.3, -1.2, 2.5], [0.7, 1.9, -0.4]])
    let p = Tensor([[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]])
    let weights = Tensor([0.5, 2, 1])
    let losses: [(String, ([Tensor]) -> Tensor)] = [
      ("squared", { meanSquaredError($0[0], $0[1]) }), ("absolute", { meanAbsoluteError($0[0], $0[1]) }),
      ("huber", { huberLoss($0[0], $0[1], delta: 0.7) }),
      ("binary", { binaryCrossEntropy(sigmoid($0[0]), $0[1]) }),
      ("binary of logits", { binaryCrossEntropy(logits: $0[0], $0[1], positiveWeight: weights) }),
      ("divergence", { klDivergence(logSoftmax($0[0]), $0[1]) }),
      ("divergence of logits", { klDivergence(logits: $0[0], targetLogits: $0[1], temperature: 2) }),
      ("cosine", { cosineSimilarity($0[0], $0[1]) }),
      ("pairs", { cosineEmbeddingLoss($0[0], $0[1], Tensor([1, -1]), margin: 0.1) }),
      ("distributions", { crossEntropy($0[0], probabilities: $0[1], labelSmoothing: 0.1, classWeights: weights) }),
      ("likelihood", { negativeLogLikelihood(logSoftmax($0[0]) * $0[1], Tensor(indices: [2, 0])) }),
      (
        "classes", { crossEntropy($0[0] * $0[1], Tensor(indices: [2, 0]), labelSmoothing: 0.1, classWeights: weights) }
      ),
    ]
    for (name, loss) in losses {
      let check = GradientCheck(at: [x, p], of: loss)
      #expect(check.passes, "\(name): \(check)")
    }
  }

  @Test("Of binary answers keep their digits for large logits")
  func largeLogits() {
    // ln(1 + e⁻³⁰) = 9.36e-14: rounding 1 + e⁻³⁰ would leave nothing of it.
    let loss = binaryCrossEntropy(logits: Tensor([30]), Tensor([1])).item
    #expect(abs(loss / 9.357_622_97e-14 - 1) < 1e-5)
    #expect(binaryCrossEntropy(logits: Tensor([-1e30]), Tensor([1])).item == 1e30)
  }

  @Test("Of integers and truth values take them for numbers")
  func otherTypes() {
    #expect(binaryCrossEntropy(logits: Tensor([0]), Tensor([true])).isClose(to: Tensor(0.693_147), tolerance: 1e-5))
    #expect(meanSquaredError(Tensor([2]), Tensor([1], dtype: .int)).item == 1)
  }

  @Test("Classes that are impossible cost nothing where they are not wanted", arguments: [DType.float, .double])
  func impossibleClasses(dtype: DType) {
    let logits = Tensor([[1, -Float.infinity, 2], [0, 0, -Float.infinity]], dtype: dtype)
    // PyTorch: 1.0032044
    let targets = Tensor(indices: [0, 1])
    #expect(abs(crossEntropy(logits, targets).item - 1.003_204_4) < 1e-6)
    let slopes = gradient(at: logits) { crossEntropy($0, targets) }
    #expect(slopes.isClose(to: Tensor([[-0.365_529, 0, 0.365_529], [0.25, -0.25, 0]], dtype: dtype)))
    #expect(crossEntropy(logits, Tensor(indices: [1, 0])).item == .infinity)
  }
}
