import Glassbox

/// Feed-forward parts on each other, from `[examples, width]` to `[examples, width]`.
func tower(layers: Int, width: Int) -> any Layer {
  Sequential((0..<layers).map { _ in Floor(width) })
}

/// A part that adds to what it gets, and looks at it through a norm.
private final class Floor: Layer {
  let norm: LayerNorm
  let part: FeedForward

  init(_ width: Int) {
    norm = LayerNorm(width)
    part = FeedForward(width)
  }

  func forward(_ x: Tensor) -> Tensor { x + part(norm(x)) }
}
