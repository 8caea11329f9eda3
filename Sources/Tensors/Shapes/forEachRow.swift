/// Visits each row (each run along the last axis) of two views of the same shape, and tells where the row starts in the
/// one and in the other.
func forEachRow(of shape: [Int], _ left: [Int], _ right: [Int], _ body: (_ left: Int, _ right: Int) -> Void) {
  guard !shape.contains(0) else { return }
  // Counts like a mileage counter: the last wheel turns first.
  var wheels = Array(repeating: 0, count: max(shape.count - 1, 0))
  var leftStart = 0
  var rightStart = 0
  while true {
    body(leftStart, rightStart)
    var axis = wheels.count - 1
    while axis >= 0 {
      wheels[axis] += 1
      leftStart += left[axis]
      rightStart += right[axis]
      if wheels[axis] < shape[axis] { break }
      leftStart -= left[axis] * shape[axis]
      rightStart -= right[axis] * shape[axis]
      wheels[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}
