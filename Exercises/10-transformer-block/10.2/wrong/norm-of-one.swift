// mistake: with the norms after, the row is normalised before the part is added, and not the sum.
// caught by: after
import Glassbox

func throughBlock(_ x: Tensor, parts: TransformerBlock, placement: NormPlacement) -> Tensor {
  let (first, second) = (parts.attentionNorm, parts.feedForwardNorm)
  if placement == .before {
    let y = x + parts.attention(first(x))
    return y + parts.feedForward(second(y))
  }
  let y = first(x) + parts.attention(x)
  return second(y) + parts.feedForward(y)
}
