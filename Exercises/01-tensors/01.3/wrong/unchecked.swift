// mistake: sizes that do not agree are multiplied as far as they go, instead of being refused.
// caught by: misfit
func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
  guard let columns = right.first?.count else { return [] }
  return left.map { row in
    (0..<columns).map { column in zip(row, right).reduce(0) { $0 + $1.0 * $1.1[column] } }
  }
}
