// mistake: the two ways of counting are mixed up. Counted from 1, index 1 is the first column.
// caught by: fromOne, fromZero
import Glassbox

let countedFromOne: [Double] = [1, 0, 1]
let countedFromZero: [Double] = [0, 1, 0]

func tableSlope(words: Tensor, upstream: Tensor, vocabulary: Int) -> Tensor {
  Tensor.oneHot(words, classes: vocabulary).transposed().matmul(upstream)
}
