internal import NumericKernels
import Parallelism
import Tensors

/// Scales each row so that the mean of its squares is 1, then by what was learned: γ x / √(mean x² + ε).
///
///     rmsNorm(Tensor([1, 2, 3, 4]))     // 0.365  0.730  1.095  1.461
///
/// Shapes: x `[…, features]`, weight γ `[features]`. ``rmsNormByHand(_:weight:epsilon:)`` does the same in tensor
/// operations. Source: Zhang, Sennrich, Root Mean Square Layer Normalization, 2019.
public func rmsNorm(_ x: Tensor, weight: Tensor? = nil, epsilon: Double = 1e-5) -> Tensor {
  checkFeatures("rmsNorm", x, weight, nil)
  let tensors = [x, weight].compactMap { $0 }
  guard tensors.allSatisfy({ $0.dtype == .float }), x.count > 0 else {
    return rmsNormByHand(x, weight: weight, epsilon: epsilon)
  }
  let pass = RMSNormPass(x, weight, epsilon)
  return pass.result.recorded("rmsNorm", tensors) { upstream in
    if Tape.isRecording {
      return Tensor.gradients(at: tensors, upstream) { rmsNormByHand(x, weight: weight, epsilon: epsilon) }
    }
    let gradients = pass.gradients(upstream)
    return weight == nil ? [gradients.x] : [gradients.x, gradients.weight]
  }
}

/// The same as ``rmsNorm(_:weight:epsilon:)``, as it is written in books.
public func rmsNormByHand(_ x: Tensor, weight: Tensor? = nil, epsilon: Double = 1e-5) -> Tensor {
  checkFeatures("rmsNorm", x, weight, nil)
  let meanSquare = (x * x).mean(axis: -1, keepDims: true)
  let normal = x / sqrt(meanSquare + epsilon)
  return weight.map { normal * $0 } ?? normal
}

/// One way through an RMS norm, with 1/√(mean x² + ε) of each row for the way back.
private struct RMSNormPass: Sendable {
  let x: Tensor
  let weight: Tensor?
  let inverses: Tensor
  let result: Tensor

  private var features: Int { x.shape[x.rank - 1] }
  private var rows: Int { inverses.count }

  init(_ x: Tensor, _ weight: Tensor?, _ epsilon: Double) {
    let x = stopGradient(x).contiguous()
    let weight = weight.map { stopGradient($0).contiguous() }
    let features = x.shape[x.rank - 1]
    let rows = x.count / features
    let (inverses, result) = (Tensor.unwritten([rows]), Tensor.unwritten(x.shape))
    withExtendedLifetime((x, weight)) {
      parallel(count: rows, smallest: smallestRows(features)) { range in
        let first = range.lowerBound
        Kernels.rmsNorm(
          x.start() + first * features, gamma: weight?.start(), epsilon: Float(epsilon),
          into: result.freshStart() + first * features, inverseRoots: inverses.freshStart() + first, rows: range.count,
          columns: features)
      }
    }
    (self.x, self.weight, self.inverses, self.result) = (x, weight, inverses, result)
  }

  /// The gradients of the input and the weight.
  func gradients(_ upstream: Tensor) -> (x: Tensor, weight: Tensor) {
    let upstream = upstream.contiguous()
    let slopes = Tensor.unwritten(x.shape)
    // Each thread sums up the slopes of the weight over its own rows.
    let pieces = rows >= 2 * smallestRows(features) ? threadCount : 1
    let weights = Tensor.zeros([pieces, features])
    withExtendedLifetime((self, upstream)) {
      parallel(pieces: pieces) { piece in
        let (first, end) = (rows * piece / pieces, rows * (piece + 1) / pieces)
        Kernels.rmsNormBackward(
          upstream: upstream.start() + first * features, input: x.start() + first * features,
          inverseRoots: inverses.start() + first, gamma: weight?.start(), into: slopes.freshStart() + first * features,
          gammaGradient: weights.freshStart() + piece * features, rows: end - first, columns: features)
      }
    }
    return (slopes, weights.sum(axis: 0))
  }
}
