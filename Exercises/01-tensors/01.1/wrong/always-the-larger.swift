// mistake: the larger size counts even where the two do not fit.
// caught by: misfits, random
func broadcastShape(_ left: [Int], _ right: [Int]) -> [Int]? {
  let count = max(left.count, right.count)
  let first = [Int](repeating: 1, count: count - left.count) + left
  let second = [Int](repeating: 1, count: count - right.count) + right
  return zip(first, second).map { max($0, $1) }
}
