// mistake: a product goes with one factor as fast as the other is large; here each got its own size.
// caught by: toX, rowCollects
import Glassbox

func timesRowPullback(_ upstream: Tensor, x: Tensor, row: Tensor) -> (x: Tensor, row: Tensor) {
  (x: upstream * x, row: (upstream * row).sum(axis: 0))
}

func meanPullback(_ upstream: Tensor, x: Tensor) -> Tensor {
  (upstream / x.shape[1]).unsqueezed(-1).broadcast(to: x.shape)
}

func lookupPullback(_ upstream: Tensor, words: Tensor, table: Tensor) -> Tensor {
  let chosen = Tensor.oneHot(words, classes: table.shape[0])  // [time, vocabulary]
  return chosen.transposed().matmul(upstream)  // [vocabulary, time] · [time, size]
}
