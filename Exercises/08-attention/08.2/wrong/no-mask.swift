// mistake: the mask is turned around, or rows and columns are exchanged: the tokens see the future and not the past.
// caught by: firstSeesOnlyItself, permutation, futureChangesNothing
import Glassbox

func attendMasked(query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> (weights: Tensor, output: Tensor) {
  let scores = query.matmul(key.transposed()) / Double(query.shape[1]).squareRoot()
  let weights = softmax(select(mask.transposed(), scores, Tensor.full([], -.infinity)))
  return (weights: weights, output: weights.matmul(value))
}
