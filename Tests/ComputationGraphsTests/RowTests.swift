import Testing

@testable import ComputationGraphs

@Suite("Places in a row") struct RowTests {
  @Test("Wishes that leave room come true")
  func free() {
    #expect(Row(wishes: [0, 10, 30], weights: [1, 1, 1], distances: [5, 5]).places == [0, 10, 30])
  }

  @Test("Who wants the same place stands around it")
  func same() {
    #expect(Row(wishes: [7, 7, 7], weights: [1, 1, 1], distances: [4, 4]).places == [3, 7, 11])
    // The weighted mean of 0 and 0 - 4 is -1, and the second stands 4 behind.
    #expect(Row(wishes: [0, 0], weights: [3, 1], distances: [4]).places == [-1, 3])
    #expect(Row(wishes: [], weights: [], distances: []).places == [])
  }

  @Test("No other places that keep the distances are nearer to the wishes", arguments: 1...20 as ClosedRange<UInt64>)
  func best(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let row = Row(
      wishes: (0..<6).map { _ in .random(in: 0...50, using: &generator) },
      weights: (0..<6).map { _ in .random(in: 0.1...5, using: &generator) },
      distances: (0..<5).map { _ in .random(in: 0...20, using: &generator) })
    func cost(_ places: [Double]) -> Double {
      zip(zip(row.wishes, places), row.weights).reduce(0) { $0 + $1.1 * ($1.0.0 - $1.0.1) * ($1.0.0 - $1.0.1) }
    }
    let places = row.places
    for (index, distance) in row.distances.enumerated() { #expect(places[index + 1] - places[index] > distance - 1e-9) }
    // The problem is convex, so it is enough to look around: small moves that keep the distances never help.
    for _ in 0..<2_000 {
      var moved = places.map { $0 + .random(in: -0.1...0.1, using: &generator) }
      for index in 1..<6 { moved[index] = max(moved[index], moved[index - 1] + row.distances[index - 1]) }
      #expect(cost(moved) >= cost(places) - 1e-9)
    }
  }
}
