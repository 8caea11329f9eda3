/// The product of `[rows, inner]` and `[inner, columns]`, as lists of rows.
func product(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
  [[.nan]]  // replace this line
}
