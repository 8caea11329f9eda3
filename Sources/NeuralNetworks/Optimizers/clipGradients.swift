internal import NumericKernels
import Parallelism
import Tensors

/// Multiplies all gradients by the same number, so that their norm is at most the limit: a step that would be very long
/// becomes shorter and keeps its direction.
///
///     let norm = clipGradients(of: model, toNorm: 1)
///
/// The factor is limit / (norm + 10⁻⁶), and 1 if the norm is small enough. Gradients that are not finite make the norm so,
/// and stay as they are. ``Optimizer/step(clippingNormTo:)`` does the same in passing.
///
/// Source: Pascanu, Mikolov, Bengio, On the Difficulty of Training Recurrent Neural Networks, 2013, section 3.2.
///
/// - Parameter kind: How the size of all numbers together is measured.
/// - Returns: The norm before clipping.
@discardableResult public func clipGradients(
  of source: some ParameterSource, toNorm limit: Double, _ kind: GradientNormKind = .euclidean
) -> Double {
  let parameters = source.parameterGroups.flatMap(\.parameters).map(\.parameter)
  let norm = GradientNorm.norm(parameters.compactMap { $0.gradient?.contiguous() }, kind)
  let scale = GradientNorm.scale(norm, limit: limit)
  guard scale < 1 else { return norm }
  for parameter in parameters {
    parameter.changeGradient(
      fast: { Kernels.affine($0, times: Float(scale), plus: 0, into: $0, count: $1) }, obvious: { $0 * scale })
  }
  return norm
}

/// Moves each number of each gradient that lies beyond ±limit there.
///
///     clipGradients(of: model, toValue: 0.5)
///
/// Unlike clipping to a norm this changes the direction of a step.
public func clipGradients(of source: some ParameterSource, toValue limit: Double) {
  guard limit > 0 else { stop(.clippingLimit(limit)) }
  for parameter in source.parameterGroups.flatMap(\.parameters).map(\.parameter) {
    parameter.changeGradient(
      fast: { Kernels.clip($0, from: Float(-limit), to: Float(limit), into: $0, count: $1) },
      obvious: { $0.clipped(to: -limit...limit) })
  }
}

extension Parameter {
  /// Changes the gradient in place if nobody else sees it.
  fileprivate func changeGradient(
    fast: (UnsafeMutablePointer<Float>, _ count: Int) -> Void, obvious: (Tensor) -> Tensor
  ) {
    guard var changed = gradient else { return }
    gradient = nil
    if changed.dtype == .float {
      let count = changed.count
      changed.writing(Float.self) { numbers in
        parallel(count: count, smallest: 16_384) { range in fast(numbers + range.lowerBound, range.count) }
      }
    } else {
      changed = obvious(changed)
    }
    gradient = changed
  }
}
