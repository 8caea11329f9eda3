import Glassbox

/// Lets x `[batch, time, features]` go through the parts of a block, with the norms before or after.
func throughBlock(_ x: Tensor, parts: TransformerBlock, placement: NormPlacement) -> Tensor {
  switch placement {
  case .before:
    let looked = x + parts.attention(parts.attentionNorm(x))  // [batch, time, features]
    return looked + parts.feedForward(parts.feedForwardNorm(looked))
  case .after:
    let looked = parts.attentionNorm(x + parts.attention(x))
    return parts.feedForwardNorm(looked + parts.feedForward(looked))
  }
}
