// mistake: the result is turned on its side: its rows are what should be its columns.
// caught by: small, oblong, random
func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
  guard !left.isEmpty, !right.isEmpty, left[0].count == right.count else { return [] }
  return right[0].indices.map { column in
    left.map { row in right.indices.reduce(0) { $0 + row[$1] * right[$1][column] } }
  }
}
