import Glassbox

/// Lets x `[batch, time, features]` go through the parts of a block, with the norms before or
/// after.
func throughBlock(_ x: Tensor, parts: TransformerBlock, placement: NormPlacement) -> Tensor {
  Tensor.full(x.shape, .nan)  // replace this line
}
