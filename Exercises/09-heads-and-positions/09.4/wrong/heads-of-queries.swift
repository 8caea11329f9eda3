// mistake: the heads of queries are counted, and they are not kept.
// caught by: large
import Glassbox

func cacheBytes(layers: Int, heads: Int, keyValueHeads: Int, size: Int, tokens: Int, bytesPerNumber: Int) -> Int {
  2 * layers * heads * size * tokens * bytesPerNumber
}

func attendGrouped(query: Tensor, key: Tensor, value: Tensor) -> Tensor {
  let group = query.shape[0] / key.shape[0]
  let keys = key.repeatedElements(group, axis: 0)
  let values = value.repeatedElements(group, axis: 0)
  return softmax(query.matmul(keys.transposed()) / Double(query.shape[2]).squareRoot()).matmul(values)
}
