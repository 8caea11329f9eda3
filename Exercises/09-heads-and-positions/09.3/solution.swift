import Glassbox

/// Turns neighbours by angles that grow with the place. `[time, size]`
func turned(_ x: Tensor, from first: Int) -> Tensor {
  let (time, size) = (x.shape[0], x.shape[1])
  let speeds = pow(10_000, Tensor.arange(size / 2) * (-2 / Double(size)))  // [pairs]
  let angles = (Tensor.arange(time) + first).unsqueezed(1) * speeds  // [time, pairs]
  let pairs = x.reshaped(to: [time, size / 2, 2])
  let (a, b) = (pairs[.all, .all, 0], pairs[.all, .all, 1])  // two of [time, pairs]
  let both = [a * cos(angles) - b * sin(angles), b * cos(angles) + a * sin(angles)]
  return stacked(both, axis: -1).reshaped(to: x.shape)
}

/// Whether scores of what has been turned depend on the distance, and on nothing else about the places.
func tellsDistance(_ turn: (Tensor, Int) -> Tensor) -> Bool {
  let (query, key) = withRandomness(seed: 12) { (Tensor.normal([1, 8]), Tensor.normal([1, 8])) }
  func score(_ asking: Int, _ answering: Int) -> Double {
    (turn(query, asking) * turn(key, answering)).sum().doubleItem
  }
  func areAlike(_ first: Double, _ second: Double) -> Bool { Swift.abs(first - second) < 1e-3 }
  let isSteady = [1, 5, 30].allSatisfy { areAlike(score(4, 1), score(4 + $0, 1 + $0)) }
  let isBlind = [2, 5, 9].allSatisfy { areAlike(score(1, 1), score($0, 1)) }
  return isSteady && !isBlind
}
