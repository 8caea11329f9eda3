// mistake: a word that comes twice keeps only its last slope; slopes must be added.
// caught by: twice, tape
import Glassbox

let countedFromOne: [Double] = [0, 1, 0]
let countedFromZero: [Double] = [1, 0, 1]

func tableSlope(words: Tensor, upstream: Tensor, vocabulary: Int) -> Tensor {
  var rows = [[Double]](repeating: [Double](repeating: 0, count: upstream.shape[1]), count: vocabulary)
  for (place, word) in words.ints.enumerated() { rows[word] = upstream[place].doubles }
  return Tensor(rows)
}
