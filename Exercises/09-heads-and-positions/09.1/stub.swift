import Glassbox

/// Attention with several heads.
///
/// Shapes: x `[time, features]`, projection `[3 · features, features]`, output
/// `[features, features]`, result like x.
func attendByHeads(_ x: Tensor, projection: Tensor, output: Tensor, heads: Int) -> Tensor {
  Tensor.full(x.shape, .nan)  // replace this line
}
