// mistake: the row was read for every row of x, and what comes back from there is not added up.
// caught by: rowCollects
import Glassbox

func timesRowPullback(_ upstream: Tensor, x: Tensor, row: Tensor) -> (x: Tensor, row: Tensor) {
  (x: upstream * row, row: upstream * x)
}

func meanPullback(_ upstream: Tensor, x: Tensor) -> Tensor {
  (upstream / x.shape[1]).unsqueezed(-1).broadcast(to: x.shape)
}

func lookupPullback(_ upstream: Tensor, words: Tensor, table: Tensor) -> Tensor {
  let chosen = Tensor.oneHot(words, classes: table.shape[0])  // [time, vocabulary]
  return chosen.transposed().matmul(upstream)  // [vocabulary, time] · [time, size]
}
