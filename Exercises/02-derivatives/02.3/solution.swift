import Glassbox

/// For y = x * row.
///
/// Shapes: upstream `[rows, columns]`, x `[rows, columns]`, row `[columns]`.
func timesRowPullback(_ upstream: Tensor, x: Tensor, row: Tensor) -> (x: Tensor, row: Tensor) {
  (x: upstream * row, row: (upstream * x).sum(axis: 0))
}

/// For y = x.mean(axis: -1).
///
/// Shapes: upstream `[rows]`, x `[rows, columns]`, result `[rows, columns]`.
func meanPullback(_ upstream: Tensor, x: Tensor) -> Tensor {
  (upstream / x.shape[1]).unsqueezed(-1).broadcast(to: x.shape)
}

/// For y = table.selecting(words).
///
/// Shapes: upstream `[time, size]`, words `[time]`, table `[vocabulary, size]`, result `[vocabulary, size]`.
func lookupPullback(_ upstream: Tensor, words: Tensor, table: Tensor) -> Tensor {
  let chosen = Tensor.oneHot(words, classes: table.shape[0])  // [time, vocabulary]
  return chosen.transposed().matmul(upstream)  // [vocabulary, time] · [time, size]
}
