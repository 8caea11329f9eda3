internal import NumericKernels
import Parallelism
import Tensors

/// How surprised a model is by the right answers: the mean of -ln softmax(logits)[target].
///
///     crossEntropy(Tensor([[2, 1, 0.1]]), Tensor(indices: [0]))     // 0.417
///
/// Shapes: logits `[…, classes]`, targets `[…]` of type `Int`; the result is a single number.
///
/// - Parameters:
///   - ignoring: A target that stands for "no answer here"; such rows cost nothing.
///   - labelSmoothing: The share of each target that is spread evenly over all classes.
///   - classWeights: How much each class counts, `[classes]`.
///   - reduction: The mean of all examples unless told otherwise: the weighted mean if classes have weights, and NaN if all
///     targets are ignored, as there is nothing to take the mean of.
///
/// ``crossEntropyByHand(_:_:ignoring:labelSmoothing:classWeights:reduction:)`` does the same in tensor operations. Source of
/// label smoothing: Szegedy and others, Rethinking the Inception Architecture, 2016, section 7.
public func crossEntropy(
  _ logits: Tensor, _ targets: Tensor, ignoring: Int = -100, labelSmoothing: Double = 0, classWeights: Tensor? = nil,
  reduction: Reduction = .mean
) -> Tensor {
  @Sendable func byHand(_ reduction: Reduction) -> Tensor {
    crossEntropyByHand(
      logits, targets, ignoring: ignoring, labelSmoothing: labelSmoothing, classWeights: classWeights,
      reduction: reduction)
  }
  guard logits.dtype == .float else { return byHand(reduction) }
  checkCrossEntropy(logits, targets, ignoring, labelSmoothing, classWeights)
  let options = CrossEntropyOptions(
    ignored: ignoring, smoothing: labelSmoothing, weights: classWeights.map { stopGradient($0) })
  let (losses, slopes) = fastLosses(logits, targets, options)
  let rows = losses.recorded("crossEntropy", [logits]) { upstream in
    if Tape.isRecording { return Tensor.gradients(at: [logits], upstream) { byHand(.none) } }
    return [slopes * upstream.unsqueezed(-1)]
  }
  return reduction == .mean ? rows.sum() / options.total(targets) : rows.reduced(reduction)
}

/// The same as ``crossEntropy(_:_:ignoring:labelSmoothing:classWeights:reduction:)``, as it is written in books.
public func crossEntropyByHand(
  _ logits: Tensor, _ targets: Tensor, ignoring: Int = -100, labelSmoothing: Double = 0, classWeights: Tensor? = nil,
  reduction: Reduction = .mean
) -> Tensor {
  checkCrossEntropy(logits, targets, ignoring, labelSmoothing, classWeights)
  let logProbabilities = logSoftmax(logits)  // […, classes]
  let (classes, dtype) = (logits.shape[logits.rank - 1], logProbabilities.dtype)
  let known = select(targets .== ignoring, 0, targets)
  let isCounted = (targets .!= ignoring).converted(to: dtype)
  let weights = (classWeights.map { stopGradient($0) } ?? Tensor.ones([classes])).converted(to: dtype)
  // What the model should say: the target's class, and a little of every other.
  let even = labelSmoothing / Double(classes)
  let wanted = Tensor.oneHot(known, classes: classes).converted(to: dtype) * (1 - labelSmoothing) + even
  let shares = wanted * weights * isCounted.unsqueezed(-1)  // […, classes]
  let losses = -weighted(logProbabilities, shares).sum(axis: -1)
  guard reduction == .mean else { return losses.reduced(reduction) }
  return losses.sum() / (weights.selecting(known) * isCounted).sum()
}

/// The same where each target is a distribution over the classes: the mean of -Σ target · ln softmax(logits).
///
///     crossEntropy(Tensor([[2, 1, 0.1]]), probabilities: Tensor([[0.9, 0.1, 0]]))     // 0.517
///
/// Shapes: both `[…, classes]`.
public func crossEntropy(
  _ logits: Tensor, probabilities: Tensor, labelSmoothing: Double = 0, classWeights: Tensor? = nil,
  reduction: Reduction = .mean
) -> Tensor {
  checkSameShape("crossEntropy", logits, probabilities)
  guard let classes = logits.shape.last else { stop(.targets(of: "crossEntropy", logits: [], targets: [])) }
  checkSmoothing(labelSmoothing)
  checkClassWeights("crossEntropy", classWeights, classes)
  let wanted = probabilities * (1 - labelSmoothing) + labelSmoothing / Double(classes)
  let shares = classWeights.map { wanted * stopGradient($0) } ?? wanted
  return -weighted(logSoftmax(logits), shares).sum(axis: -1).reduced(reduction)
}

/// Logarithms times shares. What is impossible costs nothing where it is not wanted: 0 · -∞ is 0 here.
func weighted(_ logarithms: Tensor, _ shares: Tensor) -> Tensor {
  shares * select(logicalAnd(shares .== 0, logarithms .== -Double.infinity), 0, logarithms)
}

private func checkCrossEntropy(
  _ logits: Tensor, _ targets: Tensor, _ ignored: Int, _ smoothing: Double, _ weights: Tensor?
) {
  let classes = checkTargets("crossEntropy", logits, targets, ignored)
  checkSmoothing(smoothing)
  checkClassWeights("crossEntropy", weights, classes)
}

private struct CrossEntropyOptions: Sendable {
  let ignored: Int
  let smoothing: Double
  let weights: Tensor?

  /// What the sum of the losses is divided by for the mean.
  func total(_ targets: Tensor) -> Double {
    let counted = targets.ints.filter { $0 != ignored }
    guard let weights = weights?.doubles else { return Double(counted.count) }
    return counted.reduce(0) { $0 + weights[$1] }
  }
}

/// The loss of each row and its slope with regard to the logits, in one go.
private func fastLosses(_ logits: Tensor, _ targets: Tensor, _ options: CrossEntropyOptions) -> (Tensor, Tensor) {
  let logits = stopGradient(logits).contiguous()
  let targets = targets.contiguous()
  let weights = options.weights?.converted(to: .float).contiguous()
  let classes = logits.shape[logits.rank - 1]
  let (losses, slopes) = (Tensor.unwritten(targets.shape), Tensor.unwritten(logits.shape))
  withExtendedLifetime((logits, targets, weights)) {
    parallel(count: targets.count, smallest: smallestRows(classes)) { range in
      let first = range.lowerBound
      Kernels.crossEntropy(
        logits.start() + first * classes, targets: targets.start(Int.self) + first, losses: losses.freshStart() + first,
        gradient: slopes.freshStart() + first * classes, rows: range.count, columns: classes,
        ignoredTarget: options.ignored, labelSmoothing: Float(options.smoothing), weights: weights?.start())
    }
  }
  return (losses, slopes)
}
