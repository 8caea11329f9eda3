// mistake: with the norms before, a part is added to the normal row and not to the row as it was.
// caught by: pyTorch, before, silence
import Glassbox

func throughBlock(_ x: Tensor, parts: TransformerBlock, placement: NormPlacement) -> Tensor {
  let (first, second) = (parts.attentionNorm, parts.feedForwardNorm)
  if placement == .before {
    let (n, _) = (first(x), second)
    let y = n + parts.attention(n)
    return second(y) + parts.feedForward(second(y))
  }
  let y = first(x + parts.attention(x))
  return second(y + parts.feedForward(y))
}
