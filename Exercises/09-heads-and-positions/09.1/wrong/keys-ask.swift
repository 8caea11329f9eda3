// mistake: queries and keys have changed places: the keys ask.
// caught by: pyTorch, library, oneHead
import Glassbox

func attendByHeads(_ x: Tensor, projection: Tensor, output: Tensor, heads: Int) -> Tensor {
  let (time, features) = (x.shape[0], x.shape[1])
  let thirds = x.matmul(projection.transposed()).chunked(into: 3, axis: 1)
  let cut = thirds.map { $0.reshaped(to: [time, heads, features / heads]).transposed(0, 1) }
  let looks = attention(query: cut[1], key: cut[0], value: cut[2])
  return looks.transposed(0, 1).reshaped(to: x.shape).matmul(output.transposed())
}
