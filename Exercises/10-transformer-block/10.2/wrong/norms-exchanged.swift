// mistake: each part has the other part's norm.
// caught by: pyTorch, before, after
import Glassbox

func throughBlock(_ x: Tensor, parts: TransformerBlock, placement: NormPlacement) -> Tensor {
  let (first, second) = (parts.attentionNorm, parts.feedForwardNorm)
  if placement == .before {
    let y = x + parts.attention(second(x))
    return y + parts.feedForward(first(y))
  }
  let y = second(x + parts.attention(x))
  return first(y + parts.feedForward(y))
}
