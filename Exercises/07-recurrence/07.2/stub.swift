import Glassbox

/// All gradients times one factor, so that their norm together is at most the limit.
func clipped(_ gradients: [Tensor], toNorm limit: Double) -> [Tensor] {
  gradients.map { Tensor.full($0.shape, .nan) }  // replace this line
}
