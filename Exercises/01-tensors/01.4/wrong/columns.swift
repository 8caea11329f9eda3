// mistake: columns of the table are taken for the vectors of the words, and not its rows.
// caught by: rows, repeated
import Glassbox

let articleEmbedding: [Double] = [0, 1, 0]

func embedding(of words: Tensor, in table: Tensor) -> Tensor { table.transposed().selecting(words) }
