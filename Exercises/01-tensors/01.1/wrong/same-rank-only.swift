// mistake: a missing size is taken for one that does not fit.
// caught by: missing, empty, random
func broadcastShape(_ left: [Int], _ right: [Int]) -> [Int]? {
  guard left.count == right.count else { return nil }
  var shape: [Int] = []
  for (first, second) in zip(left, right) {
    guard first == second || first == 1 || second == 1 else { return nil }
    shape.append(max(first, second))
  }
  return shape
}
