internal import NumericKernels
import Parallelism
import Tensors

/// Moves and scales each row so that its mean is 0 and its variance 1, then by what was learned: γ (x - μ)/√(σ² + ε) + β.
///
///     layerNorm(Tensor([1, 2, 3, 4]))     // -1.342  -0.447  0.447  1.342
///
/// Shapes: x `[…, features]`, weight γ and bias β `[features]`. ``layerNormByHand(_:weight:bias:epsilon:)`` does the same in
/// tensor operations. Source: Ba, Kiros, Hinton, Layer Normalization, 2016.
public func layerNorm(_ x: Tensor, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5) -> Tensor {
  checkFeatures("layerNorm", x, weight, bias)
  let tensors = [x, weight, bias].compactMap { $0 }
  guard tensors.allSatisfy({ $0.dtype == .float }), x.count > 0 else {
    return layerNormByHand(x, weight: weight, bias: bias, epsilon: epsilon)
  }
  let pass = LayerNormPass(x, weight, bias, epsilon)
  return pass.result.recorded("layerNorm", tensors) { upstream in
    if Tape.isRecording {
      return Tensor.gradients(at: tensors, upstream) {
        layerNormByHand(x, weight: weight, bias: bias, epsilon: epsilon)
      }
    }
    let gradients = pass.gradients(upstream)
    return [gradients[0], weight.map { _ in gradients[1] }, bias.map { _ in gradients[2] }].compactMap { $0 }
  }
}

/// The same as ``layerNorm(_:weight:bias:epsilon:)``, as it is written in books.
public func layerNormByHand(
  _ x: Tensor, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
) -> Tensor {
  checkFeatures("layerNorm", x, weight, bias)
  let centered = x - x.mean(axis: -1, keepDims: true)
  let variance = (centered * centered).mean(axis: -1, keepDims: true)
  let normal = centered / sqrt(variance + epsilon)
  let scaled = weight.map { normal * $0 } ?? normal
  return bias.map { scaled + $0 } ?? scaled
}

func checkFeatures(_ operation: String, _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?) {
  guard let features = x.shape.last else {
    stop(.features(operation: operation, input: x.shape, expected: weight?.count ?? 1, axis: -1))
  }
  if let weight, weight.shape != [features] {
    guard weight.rank == 1 else {
      stop(.parameterSize(operation: operation, name: "weight", shape: weight.shape, expected: [features]))
    }
    stop(.features(operation: operation, input: x.shape, expected: weight.count, axis: -1))
  }
  if let bias, bias.shape != [features] {
    stop(.parameterSize(operation: operation, name: "bias", shape: bias.shape, expected: [features]))
  }
}

/// One way through a layer norm, with the mean and 1/√(σ² + ε) of each row for the way back.
private struct LayerNormPass: Sendable {
  let x: Tensor
  let weight: Tensor?
  let means: Tensor
  let inverses: Tensor
  let result: Tensor

  private var features: Int { x.shape[x.rank - 1] }
  private var rows: Int { means.count }

  init(_ x: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ epsilon: Double) {
    let x = stopGradient(x).contiguous()
    let weight = weight.map { stopGradient($0).contiguous() }
    let bias = bias.map { stopGradient($0).contiguous() }
    let features = x.shape[x.rank - 1]
    let rows = x.count / features
    let (means, inverses, result) = (Tensor.unwritten([rows]), Tensor.unwritten([rows]), Tensor.unwritten(x.shape))
    withExtendedLifetime((x, weight, bias)) {
      parallel(count: rows, smallest: smallestRows(features)) { range in
        let first = range.lowerBound
        Kernels.layerNorm(
          x.start() + first * features, gamma: weight?.start(), beta: bias?.start(), epsilon: Float(epsilon),
          into: result.freshStart() + first * features, means: means.freshStart() + first,
          inverseDeviations: inverses.freshStart() + first, rows: range.count, columns: features)
      }
    }
    (self.x, self.weight, self.means, self.inverses, self.result) = (x, weight, means, inverses, result)
  }

  /// The gradients of the input, the weight and the bias.
  func gradients(_ upstream: Tensor) -> [Tensor] {
    let upstream = upstream.contiguous()
    let slopes = Tensor.unwritten(x.shape)
    // Each thread sums up the slopes of weight and bias over its own rows.
    let pieces = rows >= 2 * smallestRows(features) ? threadCount : 1
    let (weights, biases) = (Tensor.zeros([pieces, features]), Tensor.zeros([pieces, features]))
    withExtendedLifetime((self, upstream)) {
      parallel(pieces: pieces) { piece in
        let (first, end) = (rows * piece / pieces, rows * (piece + 1) / pieces)
        Kernels.layerNormBackward(
          upstream: upstream.start() + first * features, input: x.start() + first * features,
          means: means.start() + first, inverseDeviations: inverses.start() + first, gamma: weight?.start(),
          into: slopes.freshStart() + first * features, gammaGradient: weights.freshStart() + piece * features,
          betaGradient: biases.freshStart() + piece * features, rows: end - first, columns: features)
      }
    }
    return [slopes, weights.sum(axis: 0), biases.sum(axis: 0)]
  }
}

/// How many rows are worth waking another thread for.
func smallestRows(_ features: Int) -> Int { Swift.max(1, 8_192 / Swift.max(features, 1)) }
