import Tensors

/// A soft bend: ln(1 + eˣ), close to 0 for numbers far below 0 and to x far above.
///
///     softplus(Tensor([-100, 0, 100]))     // 0  0.6931  100
///
/// Its slope is the logistic function, and -softplus(-x) is the logarithm of that. Nothing overflows, and small results
/// keep their digits.
public func softplus(_ x: Tensor) -> Tensor {
  custom("softplus", [x.floatingPoint]) { inputs in
    relu(inputs[0]) + log1p(exp(-abs(inputs[0])))
  } pullback: { upstream, inputs in
    [upstream * sigmoid(inputs[0])]
  }
}
