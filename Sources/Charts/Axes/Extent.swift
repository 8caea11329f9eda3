/// The smallest and the largest of some numbers.
struct Extent: Sendable, Equatable {
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity

  var isEmpty: Bool { low > high }

  mutating func add(_ number: Double) {
    if number < low { low = number }
    if number > high { high = number }
  }
}
