import Glassbox

/// W · x, where index 1 is the first word.
let countedFromOne: [Double] = [0, 1, 0]

/// W · x, where index 1 is the second word.
let countedFromZero: [Double] = [1, 0, 1]

/// The slope at a table whose rows were looked up.
///
/// Shapes: words `[time]`, upstream `[time, size]`, result `[vocabulary, size]`.
func tableSlope(words: Tensor, upstream: Tensor, vocabulary: Int) -> Tensor {
  let chosen = Tensor.oneHot(words, classes: vocabulary)  // [time, vocabulary]
  return chosen.transposed().matmul(upstream)  // [vocabulary, time] · [time, size]
}
