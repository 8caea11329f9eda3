// mistake: each number is cut off by itself; the direction changes.
// caught by: one, direction, limit
import Glassbox

func clipped(_ gradients: [Tensor], toNorm limit: Double) -> [Tensor] {
  gradients.map { $0.clipped(to: -limit...limit) }
}
