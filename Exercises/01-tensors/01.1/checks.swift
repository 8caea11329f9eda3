import CourseChecks
import Glassbox
import Testing

@Suite struct Broadcasting {
  @Test("equal sizes and ones (1 point)") func ones() throws {
    try Check.equal(broadcastShape([2, 3], [2, 3]), [2, 3], "[2, 3] and [2, 3]")
    try Check.equal(broadcastShape([2, 1], [1, 3]), [2, 3], "[2, 1] and [1, 3]")
  }

  @Test("missing sizes are on the left (1 point)") func missing() throws {
    try Check.equal(broadcastShape([3], [2, 3]), [2, 3], "[3] and [2, 3]")
    try Check.equal(broadcastShape([4, 1, 3], [5, 1]), [4, 5, 3], "[4, 1, 3] and [5, 1]")
  }

  @Test("what does not fit is nil (1 point)") func misfits() throws {
    try Check.equal(broadcastShape([2, 3], [2, 4]), nil, "[2, 3] and [2, 4]")
    try Check.equal(broadcastShape([3, 2], [4, 2]), nil, "[3, 2] and [4, 2]")
  }

  @Test("a single number fits everything (1 point)") func empty() throws {
    try Check.equal(broadcastShape([], [2, 3]), [2, 3], "[] and [2, 3]")
    try Check.equal(broadcastShape([], []), [], "[] and []")
  }

  @Test("100 random shapes, against the library (1 point)") func random() throws {
    var random = RandomGenerator(seed: 11)
    for _ in 0..<100 {
      let left = random.integers(count: random.integer(below: 4), below: 3).map { $0 + 1 }
      let right = random.integers(count: random.integer(below: 4), below: 3).map { $0 + 1 }
      let pairs = zip(left.reversed(), right.reversed())
      let fits = pairs.allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
      let expected = fits ? (Tensor.ones(left) + Tensor.ones(right)).shape : nil
      try Check.equal(broadcastShape(left, right), expected, "\(left) and \(right)")
    }
  }
}
