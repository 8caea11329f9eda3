import Tensors

/// Scales each row so that the mean of its squares is 1, then by what was learned: γ x / √(mean x² + ε).
///
///     rmsNorm(Tensor([1, 2, 3, 4]))     // 0.365  0.730  1.095  1.461
///
/// Shapes: x `[…, features]`, weight γ `[features]`. Source: Zhang, Sennrich, Root Mean Square Layer Normalization, 2019.
public func rmsNorm(_ x: Tensor, weight: Tensor? = nil, epsilon: Double = 1e-5) -> Tensor {
  rmsNormByHand(x, weight: weight, epsilon: epsilon)
}

/// The same as ``rmsNorm(_:weight:epsilon:)``, as it is written in books.
public func rmsNormByHand(_ x: Tensor, weight: Tensor? = nil, epsilon: Double = 1e-5) -> Tensor {
  checkFeatures("rmsNorm", x, weight, nil)
  let meanSquare = (x * x).mean(axis: -1, keepDims: true)
  let normal = x / sqrt(meanSquare + epsilon)
  return weight.map { normal * $0 } ?? normal
}
