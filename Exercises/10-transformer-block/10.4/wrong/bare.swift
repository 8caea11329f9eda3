// mistake: the parts stand on each other with nothing around them.
// caught by: sizeStays, slopeArrives, learns
import Glassbox

func tower(layers: Int, width: Int) -> any Layer { Sequential((0..<layers).map { _ in Floor(width) }) }

private final class Floor: Layer {
  let norm: LayerNorm
  let part: FeedForward

  init(_ width: Int) {
    norm = LayerNorm(width)
    part = FeedForward(width)
  }

  func forward(_ x: Tensor) -> Tensor { part(x) }
}
