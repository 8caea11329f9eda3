// mistake: slopes are divided by the number of words. If the loss is a mean, upstream knows that already.
// caught by: once, twice, tape
import Glassbox

let countedFromOne: [Double] = [0, 1, 0]
let countedFromZero: [Double] = [1, 0, 1]

func tableSlope(words: Tensor, upstream: Tensor, vocabulary: Int) -> Tensor {
  Tensor.oneHot(words, classes: vocabulary).transposed().matmul(upstream) / Double(words.count)
}
