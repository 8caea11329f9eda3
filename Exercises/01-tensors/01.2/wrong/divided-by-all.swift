// mistake: the running sum is divided by the count of all numbers, and not by how many there were up to each.
// caught by: mean
import Glassbox

func outerProduct(_ left: Tensor, _ right: Tensor) -> Tensor { left.unsqueezed(1) * right }
func normalizedRows(_ table: Tensor) -> Tensor { table / table.sum(axis: 1, keepDims: true) }
func lowerTriangle(_ size: Int) -> Tensor { Tensor.arange(size) .<= Tensor.arange(size).unsqueezed(1) }
func picked(_ table: Tensor, columns: Tensor) -> Tensor { table.gather(columns.unsqueezed(1), axis: 1).squeezed(1) }
func runningMean(_ numbers: Tensor) -> Tensor { numbers.cumulativeSum(axis: 0) / Double(numbers.count) }
