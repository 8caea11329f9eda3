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

  @Test("A class that is impossible costs nothing unless it is the right one", arguments: [DType.float, .double])
  func impossible(dtype: DType) {
    let logits = Tensor([[0, -Double.infinity, 0], [0, -Double.infinity, 0]]).converted(to: dtype)
    let losses = crossEntropy(logits, Tensor(indices: [2, 1]), reduction: .none).doubles
    #expect(abs(losses[0] - 0.693147) < 1e-6)
    #expect(losses[1].isInfinite && losses[1] > 0)
    let slopes = gradient(at: logits) { crossEntropy($0[..<1], Tensor(indices: [2])) }
    #expect(zip(slopes[0].doubles, [0.5, 0, -0.5]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("What does not count costs nothing, though its logarithm is infinite")
  func impossibleClasses() {
    // The first row is ignored; of the second the class has the probability ½.
    let logProbabilities = log(Tensor([[0, 1], [0.5, 0.5]]))
    let targets = Tensor(indices: [-100, 0])
    #expect(negativeLogLikelihood(logProbabilities, targets).isClose(to: Tensor(0.693147)))
    #expect(negativeLogLikelihood(logProbabilities, targets, reduction: .none).isClose(to: Tensor([0, 0.693147])))
    // ½ ln 2 + ½ ln (2 / 3): the third class neither wants.
    let (model, wanted) = (log(Tensor([[0.25, 0.75, 0]])), Tensor([[0.5, 0.5, 0]]))
    let divergence = Tensor(0.143841)
    #expect(klDivergence(model, wanted).isClose(to: divergence))
    #expect(klDivergence(model, log(wanted), targetsAreLogarithms: true).isClose(to: divergence))
    #expect(klDivergence(logits: model, targetLogits: log(wanted)).isClose(to: divergence))
    // One that only the model excludes is infinitely far off.
    #expect(klDivergence(log(Tensor([[1, 0]])), Tensor([[0.5, 0.5]])) == Tensor(Float.infinity))
    let logits = Tensor([[0, 0, -Float.infinity]])
    let slope = gradient(at: logits) { crossEntropy($0, probabilities: Tensor([[1, 0, 0]])) }
    #expect(crossEntropy(logits, probabilities: Tensor([[1, 0, 0]])).isClose(to: Tensor(0.693147)))
    #expect(slope.isClose(to: Tensor([[-0.5, 0.5, 0]])))
    // What a class would cost that is not wanted but possible is its slope all the same: ln 2 for each.
    let price = gradient(at: Tensor([[1, 0]])) { crossEntropy(Tensor([[0, 0]]), probabilities: $0) }
    #expect(price.isClose(to: Tensor([[0.693147, 0.693147]])))
  }

  @Test("Huber's loss is squared near the target and straight further off")
  func huber() {
    let losses = huberLoss(Tensor([0, 0, 0]), Tensor([0.5, -2, 3]), delta: 2, reduction: .none)
    #expect(losses == Tensor([0.125, 2, 4]))
    // Up to 2 the slope is the error, whose slope is 1 at a hit too; beyond it is 2.
    let curvature = gradient(at: Tensor([0, -2, 3])) { x in
      gradient(at: x) { huberLoss($0, Tensor([0, 0, 0]), delta: 2, reduction: .sum) }.sum()
    }
    #expect(curvature == Tensor([1, 1, 0]))
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
}
