import Tensors

/// A soft bend: ln(1 + eˣ), close to 0 for numbers far below 0 and to x far above.
///
///     softplus(Tensor([-100, 0, 100]))     // 0  0.6931  100
///
/// Its slope is the logistic function, and -softplus(-x) is the logarithm of that. Nothing overflows, and small results
/// keep their digits.
public func softplus(_ x: Tensor) -> Tensor {
  custom("softplus", [x.floatingPoint]) { inputs in
    let x = inputs[0]
    let small = exp(-abs(x))
    let sum = 1 + small
    // What rounding took from the sum is given back, so that small numbers keep their digits: ln(1 + z) ≈ ln(s) z / (s - 1).
    let lost = select(sum .== 1, small, log(sum) * (small / select(sum .== 1, Tensor.ones([], x.dtype), sum - 1)))
    return relu(x) + lost
  } pullback: { upstream, inputs in
    [upstream * sigmoid(inputs[0])]
  }
}
