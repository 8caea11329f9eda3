/// Where something stands in a template; both count from 1.
struct Place: Sendable, Equatable {
  let line: Int
  let column: Int
}
