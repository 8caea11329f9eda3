import Tensors

/// How far predictions are off, with large errors counting most: the mean of (prediction - target)².
///
///     meanSquaredError(Tensor([1, 2]), Tensor([1, 4]))     // 2
///
/// Shapes: both the same; the result is a single number unless `reduction` says otherwise.
public func meanSquaredError(_ prediction: Tensor, _ target: Tensor, reduction: Reduction = .mean) -> Tensor {
  checkSameShape("meanSquaredError", prediction, target)
  let error = prediction - target
  return (error * error).reduced(reduction)
}

/// How far predictions are off, all errors counting alike: the mean of |prediction - target|.
///
///     meanAbsoluteError(Tensor([1, 2]), Tensor([1, 4]))     // 1
public func meanAbsoluteError(_ prediction: Tensor, _ target: Tensor, reduction: Reduction = .mean) -> Tensor {
  checkSameShape("meanAbsoluteError", prediction, target)
  return abs(prediction - target).reduced(reduction)
}

/// How far predictions are off, where outliers count less than in ``meanSquaredError(_:_:reduction:)``: ½ e² for errors e up to
/// δ, and δ (|e| - ½ δ) beyond.
///
///     huberLoss(Tensor([0, 0]), Tensor([1, 3]), reduction: .none)     // 0.5  2.5
///
/// Source: Huber, Robust Estimation of a Location Parameter, 1964.
public func huberLoss(
  _ prediction: Tensor, _ target: Tensor, delta: Double = 1, reduction: Reduction = .mean
) -> Tensor {
  checkSameShape("huberLoss", prediction, target)
  guard delta > 0, delta.isFinite else {
    stop(.setting(of: "huberLoss", name: "delta", value: delta, wanted: "above 0"))
  }
  let error = prediction - target
  // The part of each error that counts squared. With |e| in the formula the slope of the slope would be 0 at a hit.
  let inner = error.clipped(to: -delta...delta)
  return (inner * (error - 0.5 * inner)).reduced(reduction)
}
