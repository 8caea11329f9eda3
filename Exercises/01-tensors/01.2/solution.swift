import Glassbox

/// `[m]` and `[n]` give `[m, n]`.
func outerProduct(_ left: Tensor, _ right: Tensor) -> Tensor { left.unsqueezed(1) * right }

/// `[rows, columns]`, each row divided by its sum.
func normalizedRows(_ table: Tensor) -> Tensor { table / table.sum(axis: 1, keepDims: true) }

/// `[size, size]`: true on the diagonal and to its left, false to its right.
func lowerTriangle(_ size: Int) -> Tensor { Tensor.arange(size) .<= Tensor.arange(size).unsqueezed(1) }

/// Table `[rows, columns]` and columns `[rows]` give `[rows]`.
func picked(_ table: Tensor, columns: Tensor) -> Tensor { table.gather(columns.unsqueezed(1), axis: 1).squeezed(1) }

/// `[time]`: the mean of all numbers up to each.
func runningMean(_ numbers: Tensor) -> Tensor { numbers.cumulativeSum(axis: 0) / (Tensor.arange(numbers.count) + 1) }
