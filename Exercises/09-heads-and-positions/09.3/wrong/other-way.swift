// mistake: the pairs turn the other way round: the signs of the two sines are exchanged.
// caught by: placeOne, library
import Glassbox

func turned(_ x: Tensor, from first: Int) -> Tensor {
  let (time, size) = (x.shape[0], x.shape[1])
  let speeds = pow(10_000, Tensor.arange(size / 2) * (-2 / Double(size)))
  let angles = Tensor.arange(from: Double(first), to: Double(first + time)).unsqueezed(1) * speeds
  let (a, b) = (x.sliced(0..., by: 2, axis: 1), x.sliced(1..., by: 2, axis: 1))
  return stacked([a * cos(angles) + b * sin(angles), b * cos(angles) - a * sin(angles)], axis: -1).reshaped(to: x.shape)
}

func tellsDistance(_ turn: (Tensor, Int) -> Tensor) -> Bool {
  let (query, key) = withRandomness(seed: 1) { (Tensor.normal([1, 8]), Tensor.normal([1, 8])) }
  func score(_ i: Int, _ j: Int) -> Double { (turn(query, i) * turn(key, j)).sum().doubleItem }
  return Swift.abs(score(3, 1) - score(9, 7)) < 1e-3 && Swift.abs(score(3, 1) - score(9, 1)) > 1e-3
}
