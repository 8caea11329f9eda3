import Glassbox

/// `[m]` and `[n]` give `[m, n]`.
func outerProduct(_ left: Tensor, _ right: Tensor) -> Tensor {
  Tensor.full([1], .nan)  // replace this line
}

/// `[rows, columns]`, each row divided by its sum.
func normalizedRows(_ table: Tensor) -> Tensor {
  Tensor.full([1], .nan)  // replace this line
}

/// `[size, size]`: true on the diagonal and to its left, false to its right.
func lowerTriangle(_ size: Int) -> Tensor {
  Tensor.full([1], .nan)  // replace this line
}

/// Table `[rows, columns]` and columns `[rows]` give `[rows]`.
func picked(_ table: Tensor, columns: Tensor) -> Tensor {
  Tensor.full([1], .nan)  // replace this line
}

/// `[time]`: the mean of all numbers up to each.
func runningMean(_ numbers: Tensor) -> Tensor {
  Tensor.full([1], .nan)  // replace this line
}
