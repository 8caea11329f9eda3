// mistake: the features are reshaped to heads at once, without an exchange of axes, so a head gets numbers of other tokens.
// caught by: pyTorch, library, leftAndRight
import Glassbox

func attendByHeads(_ x: Tensor, projection: Tensor, output: Tensor, heads: Int) -> Tensor {
  let (time, features) = (x.shape[0], x.shape[1])
  let thirds = x.matmul(projection.transposed()).chunked(into: 3, axis: 1)
  let cut = thirds.map { $0.reshaped(to: [heads, time, features / heads]) }
  let looks = attention(query: cut[0], key: cut[1], value: cut[2]).reshaped(to: [time, features])
  return looks.matmul(output.transposed())
}
