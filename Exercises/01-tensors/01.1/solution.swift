/// The shape of a sum of two tensors, or `nil` if their shapes do not fit.
func broadcastShape(_ left: [Int], _ right: [Int]) -> [Int]? {
  var shape: [Int] = []
  for place in 1...max(1, left.count, right.count) where place <= max(left.count, right.count) {
    let first = place <= left.count ? left[left.count - place] : 1
    let second = place <= right.count ? right[right.count - place] : 1
    guard first == second || first == 1 || second == 1 else { return nil }
    shape.insert(first == 1 ? second : first, at: 0)
  }
  return shape
}
