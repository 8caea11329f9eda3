import Glassbox

/// Waves that tell places apart, `[count, features]`.
func waves(count: Int, features: Int) -> Tensor {
  Tensor.full([count, features], .nan)  // replace this line
}

/// The row of another place, from one row `[features]` and nothing else.
func movedOn(_ row: Tensor, by steps: Int) -> Tensor {
  Tensor.full(row.shape, .nan)  // replace this line
}
