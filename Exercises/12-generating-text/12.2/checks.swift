import CourseChecks
import Glassbox
import Testing

@Suite struct SmallestSet {
  /// Which tokens are left.
  private func left(_ probabilities: [Double], _ share: Double) -> [Int] {
    let got = nucleus(of: probabilities, share: share)
    return got.indices.filter { got[$0] != 0 }
  }

  @Test("the token that reaches the share is the last one (1 point)") func reaches() throws {
    try Check.equal(left([0.5, 0.3, 0.15, 0.05], 0.7), [0, 1], "share 0.7")
    try Check.equal(left([0.5, 0.3, 0.15, 0.05], 0.9), [0, 1, 2], "share 0.9")
  }

  @Test("a sum that is exactly the share is enough (1 point)") func exactly() throws {
    try Check.equal(left([0.5, 0.25, 0.125, 0.125], 0.75), [0, 1])
  }

  @Test("tokens stand in any order (1 point)") func anyOrder() throws {
    try Check.equal(left([0.05, 0.3, 0.15, 0.5], 0.7), [1, 3])
  }

  @Test("of equal tokens the first ones are taken (1 point)") func ties() throws {
    try Check.equal(left([0.25, 0.25, 0.25, 0.25], 0.6), [0, 1, 2])
    try Check.equal(left([0.1, 0.4, 0.4, 0.1], 0.3), [1])
  }

  @Test("the best token stays, and a share of 1 leaves all (1 point)") func ends() throws {
    try Check.equal(left([0.2, 0.5, 0.3], 0.001), [1], "share 0.001")
    try Check.equal(left([0.5, 0.25, 0.25], 1), [0, 1, 2], "share 1")
  }

  @Test("what is left sums to 1 and keeps its proportions (1 point)") func sums() throws {
    let got = nucleus(of: [0.5, 0.3, 0.15, 0.05], share: 0.7)
    try Check.close(got, to: [0.625, 0.375, 0, 0], within: 1e-9)
  }

  @Test("random rows: as the library's TopP (2 points)") func likeLibrary() throws {
    for seed in 0..<20 {
      let scores = withRandomness(seed: UInt64(seed)) { Tensor.normal([30], standardDeviation: 2) }
      let share = 0.3 + 0.03 * Double(seed)
      var filtered = scores.floats
      TopP(share).apply(to: &filtered, context: [])
      try Check.close(
        nucleus(of: softmax(scores.converted(to: .double)).doubles, share: share), to: softmax(Tensor(filtered)).doubles,
        within: 1e-5, "share \(share)")
    }
  }
}
