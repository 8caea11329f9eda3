// mistake: the article's numbers are taken over; the first column of W is what the product gives.
// caught by: article
import Glassbox

let articleEmbedding: [Double] = [0, 1, 1]

func embedding(of words: Tensor, in table: Tensor) -> Tensor {
  Tensor.oneHot(words, classes: table.shape[0]).matmul(table)
}
