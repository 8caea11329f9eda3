// mistake: there is no residual: a part replaces what it gets.
// caught by: pyTorch, before, after, silence
import Glassbox

func throughBlock(_ x: Tensor, parts: TransformerBlock, placement: NormPlacement) -> Tensor {
  let (first, second) = (parts.attentionNorm, parts.feedForwardNorm)
  if placement == .before {
    return parts.feedForward(second(parts.attention(first(x))))
  }
  return second(parts.feedForward(first(parts.attention(x))))
}
