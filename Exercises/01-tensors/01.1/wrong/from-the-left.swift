// mistake: the sizes are compared from the left.
// caught by: missing, random
func broadcastShape(_ left: [Int], _ right: [Int]) -> [Int]? {
  var shape: [Int] = []
  for place in 0..<max(left.count, right.count) {
    let (first, second) = (place < left.count ? left[place] : 1, place < right.count ? right[place] : 1)
    guard first == second || first == 1 || second == 1 else { return nil }
    shape.append(first == 1 ? second : first)
  }
  return shape
}
