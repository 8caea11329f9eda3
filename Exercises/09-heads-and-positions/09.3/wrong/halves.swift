// mistake: a pair is made of a number of the first half and one of the second, and not of neighbours.
// caught by: neighboursOnly, library
import Glassbox

func turned(_ x: Tensor, from first: Int) -> Tensor { RotaryPositions(x.shape[1])(x, from: first) }

func tellsDistance(_ turn: (Tensor, Int) -> Tensor) -> Bool {
  let (query, key) = withRandomness(seed: 1) { (Tensor.normal([1, 8]), Tensor.normal([1, 8])) }
  func score(_ i: Int, _ j: Int) -> Double { (turn(query, i) * turn(key, j)).sum().doubleItem }
  return Swift.abs(score(3, 1) - score(9, 7)) < 1e-3 && Swift.abs(score(3, 1) - score(9, 1)) > 1e-3
}
