import Tensors

/// Minus the logarithm of the probability that a model has given to the right class: for models that end in
/// ``logSoftmax(_:axis:)``. ``crossEntropy(_:_:ignoring:labelSmoothing:classWeights:reduction:)`` does both in one.
///
///     negativeLogLikelihood(log(Tensor([[0.5, 0.5]])), Tensor(indices: [1]))     // 0.693
///
/// Shapes: log probabilities `[…, classes]`, targets `[…]` of type `Int`.
///
/// - Parameters:
///   - ignoring: A target that stands for "no answer here".
///   - classWeights: How much each class counts, `[classes]`.
///   - reduction: The mean, weighted if there are weights, unless told otherwise.
public func negativeLogLikelihood(
  _ logProbabilities: Tensor, _ targets: Tensor, ignoring: Int = -100, classWeights: Tensor? = nil,
  reduction: Reduction = .mean
) -> Tensor {
  let classes = checkTargets("negativeLogLikelihood", logProbabilities, targets, ignoring)
  checkClassWeights("negativeLogLikelihood", classWeights, classes)
  let isCounted = targets .!= ignoring
  let known = select(isCounted, targets, 0)
  let picked = logProbabilities.gather(known.unsqueezed(-1), axis: -1).squeezed(-1)  // […]
  let even = isCounted.converted(to: picked.dtype)
  let weights = classWeights.map { stopGradient($0).converted(to: picked.dtype).selecting(known) * even } ?? even
  // What is not counted costs nothing, even where the class picked in its place is impossible: 0 · -∞ is 0 here.
  let losses = select(isCounted, -picked * weights, 0)
  return reduction == .mean ? losses.sum() / weights.sum() : losses.reduced(reduction)
}
