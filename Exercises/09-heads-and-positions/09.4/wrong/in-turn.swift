// mistake: the heads take the keys in turn, 0 1 0 1, and not neighbours the same, 0 0 1 1.
// caught by: neighboursShare
import Glassbox

func cacheBytes(layers: Int, heads: Int, keyValueHeads: Int, size: Int, tokens: Int, bytesPerNumber: Int) -> Int {
  2 * layers * keyValueHeads * size * tokens * bytesPerNumber
}

func attendGrouped(query: Tensor, key: Tensor, value: Tensor) -> Tensor {
  let group = query.shape[0] / key.shape[0]
  let keys = key.repeated([group, 1, 1])
  let values = value.repeated([group, 1, 1])
  return softmax(query.matmul(keys.transposed()) / Double(query.shape[2]).squareRoot()).matmul(values)
}
