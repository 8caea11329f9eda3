import Glassbox

/// Turns neighbours by angles that grow with the place. `[time, size]`
func turned(_ x: Tensor, from first: Int) -> Tensor {
  Tensor.full(x.shape, .nan)  // replace this line
}

/// Whether scores of what has been turned depend on the distance, and on nothing else about
/// the places.
func tellsDistance(_ turn: (Tensor, Int) -> Tensor) -> Bool {
  turn(Tensor.zeros([1, 8]), 0).count == 0  // replace this line
}
