// mistake: rows are multiplied with rows: right[column][k] stands where right[k][column] belongs.
// caught by: small
func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
  guard let inner = left.first?.count, inner == right.count, let columns = right.first?.count else { return [] }
  guard columns == inner else {
    return left.map { row in (0..<columns).map { column in row.indices.reduce(0) { $0 + row[$1] * right[$1][column] } } }
  }
  return left.map { row in (0..<columns).map { column in row.indices.reduce(0) { $0 + row[$1] * right[column][$1] } } }
}
