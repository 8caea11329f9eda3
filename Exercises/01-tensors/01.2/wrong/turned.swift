// mistake: rows and columns are exchanged: the triangle is the upper one, and columns are divided instead of rows.
// caught by: rows, triangle
import Glassbox

func outerProduct(_ left: Tensor, _ right: Tensor) -> Tensor { left.unsqueezed(1) * right }
func normalizedRows(_ table: Tensor) -> Tensor { table / table.sum(axis: 0, keepDims: true) }
func lowerTriangle(_ size: Int) -> Tensor { Tensor.arange(size).unsqueezed(1) .<= Tensor.arange(size) }
func picked(_ table: Tensor, columns: Tensor) -> Tensor { table.gather(columns.unsqueezed(1), axis: 1).squeezed(1) }
func runningMean(_ numbers: Tensor) -> Tensor { numbers.cumulativeSum(axis: 0) / (Tensor.arange(numbers.count) + 1) }
