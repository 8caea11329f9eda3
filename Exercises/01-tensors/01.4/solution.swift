import Glassbox

/// W · [1, 0, 0].
let articleEmbedding: [Double] = [0, 1, 0]

/// The rows of a table for words.
///
/// Shapes: words `[time]`, table `[vocabulary, size]`, result `[time, size]`.
func embedding(of words: Tensor, in table: Tensor) -> Tensor {
  let chosen = Tensor.oneHot(words, classes: table.shape[0])  // [time, vocabulary]
  return chosen.matmul(table)  // [time, size]
}
