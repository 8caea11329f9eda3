import Glassbox

/// Attention with several heads.
///
/// Shapes: x `[time, features]`, projection `[3 · features, features]`, output `[features, features]`, result like x.
func attendByHeads(_ x: Tensor, projection: Tensor, output: Tensor, heads: Int) -> Tensor {
  let (time, features) = (x.shape[0], x.shape[1])
  let thirds = x.matmul(projection.transposed()).chunked(into: 3, axis: 1)  // three of [time, features]
  let views = thirds.map { third in
    third.reshaped(to: [time, heads, features / heads]).transposed(0, 1)  // [heads, time, size]
  }
  let looks = attention(query: views[0], key: views[1], value: views[2])  // [heads, time, size]
  let beside = looks.transposed(0, 1).reshaped(to: [time, features])  // head 0 first
  return beside.matmul(output.transposed())
}
