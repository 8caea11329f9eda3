// mistake: the scores are divided by the root of all features, and not by that of one head's size.
// caught by: pyTorch, library
import Glassbox

func attendByHeads(_ x: Tensor, projection: Tensor, output: Tensor, heads: Int) -> Tensor {
  let (time, features) = (x.shape[0], x.shape[1])
  let thirds = x.matmul(projection.transposed()).chunked(into: 3, axis: 1)
  let cut = thirds.map { $0.reshaped(to: [time, heads, features / heads]).transposed(0, 1) }
  let looks = attention(query: cut[0], key: cut[1], value: cut[2], scale: 1 / Double(features).squareRoot())
  return looks.transposed(0, 1).reshaped(to: x.shape).matmul(output.transposed())
}
