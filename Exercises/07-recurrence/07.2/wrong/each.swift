// mistake: each gradient is clipped by its own length; together they are longer than the limit and point elsewhere.
// caught by: direction, limit
import Glassbox

func clipped(_ gradients: [Tensor], toNorm limit: Double) -> [Tensor] {
  gradients.map { g in
    let norm = g.norm().doubleItem
    return norm > limit ? g * (limit / norm) : g
  }
}
