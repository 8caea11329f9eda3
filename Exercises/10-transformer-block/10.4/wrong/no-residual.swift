// mistake: there is a norm and no residual: the size is fine, and what the input was is lost on the way.
// caught by: learns
import Glassbox

func tower(layers: Int, width: Int) -> any Layer { Sequential((0..<layers).map { _ in Floor(width) }) }

private final class Floor: Layer {
  let norm: LayerNorm
  let part: FeedForward

  init(_ width: Int) {
    norm = LayerNorm(width)
    part = FeedForward(width)
  }

  func forward(_ x: Tensor) -> Tensor { part(norm(x)) }
}
