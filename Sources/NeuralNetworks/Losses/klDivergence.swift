import Tensors

/// How far one distribution Q, a model's, is from another, P: Σ P (ln P - ln Q). It is 0 if they are the same.
///
///     klDivergence(log(Tensor([[0.5, 0.5]])), Tensor([[0.75, 0.25]]))     // 0.131
///
/// Where P is 0 nothing is added. Both may have a gradient.
/// Source: Kullback, Leibler, On Information and Sufficiency, 1951.
///
/// - Parameters:
///   - logProbabilities: ln Q, `[batch, …, classes]`.
///   - targets: P, of the same shape, or ln P.
///   - targetsAreLogarithms: Whether `targets` is ln P.
///   - reduction: `.batchMean` gives the divergence of an example. PyTorch's `.mean` divides by the number of classes too.
public func klDivergence(
  _ logProbabilities: Tensor, _ targets: Tensor, targetsAreLogarithms: Bool = false, reduction: Reduction = .batchMean
) -> Tensor {
  checkSameShape("klDivergence", logProbabilities, targets)
  if targetsAreLogarithms { return divergences(exp(targets), targets, logProbabilities).reduced(reduction) }
  let targets = targets.floatingPoint
  return divergences(targets, log(select(targets .> 0, targets, 1)), logProbabilities).reduced(reduction)
}

/// The same between the distributions that two models' logits stand for: how far `logits` is from `targetLogits`.
///
///     klDivergence(logits: student(x), targetLogits: stopGradient(teacher(x)), temperature: 2)
///
/// Shapes: both `[…, classes]`; the mean over all rows unless `reduction` says otherwise.
/// Source of the temperature: Hinton, Vinyals, Dean, Distilling the Knowledge in a Neural Network, 2015.
///
/// - Parameter temperature: What both logits are divided by first: above 1 the small probabilities count more.
public func klDivergence(
  logits: Tensor, targetLogits: Tensor, temperature: Double = 1, reduction: Reduction = .mean
) -> Tensor {
  checkSameShape("klDivergence", logits, targetLogits)
  guard temperature > 0, temperature.isFinite else {
    stop(.setting(of: "klDivergence", name: "temperature", value: temperature, wanted: "above 0"))
  }
  let model = logSoftmax(logits / temperature)
  let target = logSoftmax(targetLogits / temperature)
  return divergences(exp(target), target, model).sum(axis: -1).reduced(reduction)
}

/// P (ln P - ln Q) for each place, and 0 where P is 0.
private func divergences(_ p: Tensor, _ logP: Tensor, _ logQ: Tensor) -> Tensor {
  weighted(logP, p) - weighted(logQ, p)
}
