import Tensors

/// How surprised a model is that says yes with probability p, where the answer is t: -(t ln p + (1 - t) ln(1 - p)).
///
///     binaryCrossEntropy(Tensor([0.5, 0.9]), Tensor([1, 1]))     // (0.693 + 0.105) / 2
///
/// A certainty that is wrong costs 100, not infinity, as in PyTorch. Where a model ends in a sigmoid, leave that out and use
/// ``binaryCrossEntropy(logits:_:positiveWeight:weights:reduction:)``, which loses nothing to rounding.
///
/// - Parameters:
///   - probabilities: From 0 to 1.
///   - targets: From 0 to 1, of the same shape.
///   - weights: How much each answer counts; stretched to the shape.
public func binaryCrossEntropy(
  _ probabilities: Tensor, _ targets: Tensor, weights: Tensor? = nil, reduction: Reduction = .mean
) -> Tensor {
  checkSameShape("binaryCrossEntropy", probabilities, targets)
  let targets = targets.converted(to: probabilities.dtype)
  if let wrong = probabilities.doubles.first(where: { $0 < 0 || $0 > 1 }) { stop(.probability(wrong)) }
  let losses = custom("binaryCrossEntropy", [probabilities, targets]) { inputs in
    let (p, t) = (inputs[0], inputs[1])
    return -(t * limitedLog(p) + (1 - t) * limitedLog(1 - p))
  } pullback: { upstream, inputs in
    let (p, t) = (inputs[0], inputs[1])
    let slope = (p - t) / maximum(p * (1 - p), 1e-12)
    return [upstream * slope, upstream * (limitedLog(1 - p) - limitedLog(p))]
  }
  return (weights.map { losses * $0 } ?? losses).reduced(reduction)
}

/// The same for logits x, with p = σ(x): computed as (1 - t) x + ln(1 + e⁻ˣ) in a form that does not overflow.
///
///     binaryCrossEntropy(logits: Tensor([0, 2.197]), Tensor([1, 1]))     // (0.693 + 0.105) / 2
///
/// - Parameters:
///   - logits: Any numbers.
///   - targets: From 0 to 1, of the same shape.
///   - positiveWeight: How much more the answer yes counts than no, for data in which it is rare; stretched to the shape.
///   - weights: How much each answer counts; stretched to the shape.
public func binaryCrossEntropy(
  logits: Tensor, _ targets: Tensor, positiveWeight: Tensor? = nil, weights: Tensor? = nil,
  reduction: Reduction = .mean
) -> Tensor {
  checkSameShape("binaryCrossEntropy", logits, targets)
  let targets = targets.converted(to: logits.floatingPoint.dtype)
  // How much ln(1 + e⁻ˣ) counts: t times the weight of yes, and 1 - t for no.
  let share = positiveWeight.map { 1 + (stopGradient($0) - 1) * targets } ?? Tensor.ones(like: targets)
  let losses = custom("binaryCrossEntropy", [logits.floatingPoint, targets, share]) { inputs in
    let (x, t, share) = (inputs[0], inputs[1], inputs[2])
    return (1 - t) * x + share * softplus(-x)
  } pullback: { upstream, inputs in
    let (x, t, share) = (inputs[0], inputs[1], inputs[2])
    return [upstream * (1 - t - share * sigmoid(-x)), -upstream * x, upstream * softplus(-x)]
  }
  return (weights.map { losses * $0 } ?? losses).reduced(reduction)
}

/// ln x, but not below -100.
private func limitedLog(_ x: Tensor) -> Tensor { maximum(log(x), -100) }
