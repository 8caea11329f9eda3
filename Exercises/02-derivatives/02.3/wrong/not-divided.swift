// mistake: a mean goes with each of n numbers by 1 / n only.
// caught by: mean
import Glassbox

func timesRowPullback(_ upstream: Tensor, x: Tensor, row: Tensor) -> (x: Tensor, row: Tensor) {
  (x: upstream * row, row: (upstream * x).sum(axis: 0))
}

func meanPullback(_ upstream: Tensor, x: Tensor) -> Tensor {
  upstream.unsqueezed(-1).broadcast(to: x.shape)
}

func lookupPullback(_ upstream: Tensor, words: Tensor, table: Tensor) -> Tensor {
  let chosen = Tensor.oneHot(words, classes: table.shape[0])  // [time, vocabulary]
  return chosen.transposed().matmul(upstream)  // [vocabulary, time] · [time, size]
}
