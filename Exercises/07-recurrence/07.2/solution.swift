import Glassbox

/// All gradients times one factor, so that their norm together is at most the limit.
func clipped(_ gradients: [Tensor], toNorm limit: Double) -> [Tensor] {
  let squares = gradients.reduce(0.0) { $0 + ($1 * $1).sum().doubleItem }
  let together = squares.squareRoot()
  guard together > limit else { return gradients }
  return gradients.map { $0 * (limit / together) }
}
