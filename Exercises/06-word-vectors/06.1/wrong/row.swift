// mistake: a row of W is taken for index 1 counted from 0. With x on the right the product picks a column.
// caught by: fromZero
import Glassbox

let countedFromOne: [Double] = [0, 1, 0]
let countedFromZero: [Double] = [1, 0, 0]

func tableSlope(words: Tensor, upstream: Tensor, vocabulary: Int) -> Tensor {
  Tensor.oneHot(words, classes: vocabulary).transposed().matmul(upstream)
}
