// mistake: short gradients are made longer; only those above the limit may change.
// caught by: short
import Glassbox

func clipped(_ gradients: [Tensor], toNorm limit: Double) -> [Tensor] {
  let norm = gradients.reduce(0.0) { $0 + ($1 * $1).sum().doubleItem }.squareRoot()
  return norm == 0 ? gradients : gradients.map { $0 * (limit / norm) }
}
