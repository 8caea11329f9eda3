import PyTorchFixtures
import Tensors
import Testing

@testable import NeuralNetworks

/// PyTorch's losses: results and gradients, in both precisions.
@Suite struct LossFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "losses"), [DType.float, .double])
  func loss(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      try result(of: call).map { ["output": $0] }
    }
    #expect(differences == [])
  }

  private func result(of call: FixtureCall) throws -> Tensor? {
    let kind = reduction(call)
    switch call.operation {
    case "cross_entropy": return try crossEntropy(call)
    case "nll_loss":
      return negativeLogLikelihood(try call.input(), try call.input("target"), reduction: kind)
    case "mse_loss": return meanSquaredError(try call.input(), try call.input("target"), reduction: kind)
    case "l1_loss": return meanAbsoluteError(try call.input(), try call.input("target"), reduction: kind)
    case "huber_loss":
      return huberLoss(
        try call.input(), try call.input("target"), delta: try call.number("delta"), reduction: kind)
    case "binary_cross_entropy":
      return binaryCrossEntropy(
        try call.input(), try call.input("target"), weights: call.inputs["weight"], reduction: kind)
    case "binary_cross_entropy_with_logits":
      return binaryCrossEntropy(
        logits: try call.input(), try call.input("target"), positiveWeight: call.inputs["pos_weight"],
        weights: call.inputs["weight"], reduction: kind)
    case "kl_div":
      return klDivergence(
        try call.input(), try call.input("target"), targetsAreLogarithms: call["log_target"]?.truth == true,
        reduction: kind)
    case "cosine_similarity":
      return cosineSimilarity(
        try call.input("x1"), try call.input("x2"), axis: try call.int("dim"), epsilon: try call.number("eps"))
    case "cosine_embedding_loss":
      return cosineEmbeddingLoss(
        try call.input("input1"), try call.input("input2"), try call.input("target"),
        margin: try call.number("margin"), reduction: kind)
    default: return nil
    }
  }

  /// PyTorch has the classes on the second axis, we have them on the last.
  private func crossEntropy(_ call: FixtureCall) throws -> Tensor {
    let (input, target) = (try call.input(), try call.input("target"))
    let logits = input.rank == 3 ? input.permuted([0, 2, 1]) : input
    let smoothing = call["label_smoothing"]?.number ?? 0
    if target.dtype.isFloatingPoint {
      return NeuralNetworks.crossEntropy(
        logits, probabilities: target, labelSmoothing: smoothing, classWeights: call.inputs["weight"],
        reduction: reduction(call))
    }
    return NeuralNetworks.crossEntropy(
      logits, target, ignoring: call["ignore_index"]?.int ?? -100, labelSmoothing: smoothing,
      classWeights: call.inputs["weight"], reduction: reduction(call))
  }

  private func reduction(_ call: FixtureCall) -> Reduction {
    switch call["reduction"]?.word {
    case "sum": .sum
    case "none": .none
    case "batchmean": .batchMean
    default: .mean
    }
  }
}
