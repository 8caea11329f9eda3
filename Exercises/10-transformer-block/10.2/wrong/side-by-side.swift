// mistake: the feed-forward part gets what attention got, and not what attention has made of it.
// caught by: pyTorch, before
import Glassbox

func throughBlock(_ x: Tensor, parts: TransformerBlock, placement: NormPlacement) -> Tensor {
  let (first, second) = (parts.attentionNorm, parts.feedForwardNorm)
  if placement == .before {
    return x + parts.attention(first(x)) + parts.feedForward(second(x))
  }
  let y = first(x + parts.attention(x))
  return second(y + parts.feedForward(y))
}
