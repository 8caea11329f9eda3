import CourseChecks
import Glassbox
import Testing

@Suite struct DrawingLots {
  @Test("0.25, 0.5, 0.25, with shares in the middle of the pieces (1 point)") func middles() throws {
    for (share, token) in [(0.1, 0), (0.3, 1), (0.5, 1), (0.7, 1), (0.8, 2), (0.999, 2)] {
      try Check.equal(pick(share, [0.25, 0.5, 0.25]), token, "share \(share)")
    }
  }

  @Test("four tokens that are equally likely (1 point)") func equalPieces() throws {
    for (share, token) in [(0.1, 0), (0.3, 1), (0.6, 2), (0.9, 3)] {
      try Check.equal(pick(share, [0.25, 0.25, 0.25, 0.25]), token, "share \(share)")
    }
  }

  @Test("a share on a border belongs to the next piece (1 point)") func borders() throws {
    try Check.equal(pick(0, [0.25, 0.5, 0.25]), 0, "share 0")
    try Check.equal(pick(0.25, [0.25, 0.5, 0.25]), 1, "share 0.25")
    try Check.equal(pick(0.75, [0.25, 0.5, 0.25]), 2, "share 0.75")
  }

  @Test("what has no probability is never picked (1 point)") func zeros() throws {
    try Check.equal(pick(0, [0, 0, 1, 0]), 2, "share 0 of 0, 0, 1, 0")
    try Check.equal(pick(0.25, [0.25, 0, 0.75]), 2, "share 0.25 of 0.25, 0, 0.75")
  }

  @Test("where sums stay below 1, the last token that has a probability (1 point)") func lastOne() throws {
    let almostOne = 1.0.nextDown
    try Check.equal(pick(almostOne, Array(repeating: 0.1, count: 10) + [0]), 9, "ten times 0.1 and a 0")
  }

  @Test("20,000 draws come as often as they should, by χ² (2 points)") func often() throws {
    let model = [0.05, 0.4, 0.1, 0.15, 0.3]
    var random = RandomGenerator(seed: 54)
    var counts = Array(repeating: 0.0, count: model.count)
    for _ in 0..<20_000 {
      let token = pick(Double.random(in: 0..<1, using: &random), model)
      try Check.that(counts.indices.contains(token), "there is no token \(token)")
      counts[token] += 1
    }
    // Of right draws one in a thousand would be above 18.47; with this seed they are not.
    let chiSquare = zip(counts, model).reduce(0.0) { sum, pair in
      let (count, expected) = (pair.0, 20_000 * pair.1)
      return sum + (count - expected) * (count - expected) / expected
    }
    try Check.that(
      chiSquare < 18.47,
      "χ² is \(chiSquare.rounded()), and should be below 18.47; the counts are \(counts.map { Int($0) })")
  }
}
