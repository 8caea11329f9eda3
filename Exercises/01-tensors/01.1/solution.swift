/// The shape of a sum of two tensors, or `nil` if their shapes do not fit.
func broadcastShape(_ left: [Int], _ right: [Int]) -> [Int]? {
  let count = max(left.count, right.count)
  let first = [Int](repeating: 1, count: count - left.count) + left
  let second = [Int](repeating: 1, count: count - right.count) + right
  var shape: [Int] = []
  for (a, b) in zip(first, second) {
    guard a == b || a == 1 || b == 1 else { return nil }
    shape.append(max(a, b))
  }
  return shape
}
