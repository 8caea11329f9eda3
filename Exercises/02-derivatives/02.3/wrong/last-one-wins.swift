// mistake: a word that comes twice keeps what came back from one place only.
// caught by: repeatedWords
import Glassbox

func timesRowPullback(_ upstream: Tensor, x: Tensor, row: Tensor) -> (x: Tensor, row: Tensor) {
  (x: upstream * row, row: (upstream * x).sum(axis: 0))
}

func meanPullback(_ upstream: Tensor, x: Tensor) -> Tensor {
  (upstream / x.shape[1]).unsqueezed(-1).broadcast(to: x.shape)
}

func lookupPullback(_ upstream: Tensor, words: Tensor, table: Tensor) -> Tensor {
  var found = Tensor.zeros(table.shape)
  for (place, word) in words.ints.enumerated() {
    for column in 0..<table.shape[1] { found[word, column] = upstream[place, column] }
  }
  return found
}
