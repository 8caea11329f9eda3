// mistake: the queries of a group are averaged, so its heads all find the same.
// caught by: allShare, neighboursShare
import Glassbox

func cacheBytes(layers: Int, heads: Int, keyValueHeads: Int, size: Int, tokens: Int, bytesPerNumber: Int) -> Int {
  2 * layers * keyValueHeads * size * tokens * bytesPerNumber
}

func attendGrouped(query: Tensor, key: Tensor, value: Tensor) -> Tensor {
  let group = query.shape[0] / key.shape[0]
  let middle = query.reshaped(to: [key.shape[0], group, query.shape[1], query.shape[2]]).mean(axis: 1)
  let looks = softmax(middle.matmul(key.transposed()) / Double(query.shape[2]).squareRoot()).matmul(value)
  return looks.repeatedElements(group, axis: 0)
}
