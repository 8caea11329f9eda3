/// The product of `[rows, inner]` and `[inner, columns]`, as lists of rows.
func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
  guard let inner = left.first?.count, inner == right.count, let columns = right.first?.count else { return [] }
  var result = [[Double]](repeating: [Double](repeating: 0, count: columns), count: left.count)
  for row in left.indices {
    for column in 0..<columns {
      for k in 0..<inner { result[row][column] += left[row][k] * right[k][column] }
    }
  }
  return result
}
