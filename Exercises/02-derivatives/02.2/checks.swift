import CourseChecks
import Glassbox
import Testing

/// A calculation that is written down: values, and what each was computed from.
private struct Written {
  var values: [Double] = []
  var inputs: [[(from: Int, slope: Double)]] = []

  mutating func given(_ value: Double) -> Int { add(value, []) }

  mutating func sum(_ a: Int, _ b: Int) -> Int { add(values[a] + values[b], [(a, 1), (b, 1)]) }

  mutating func product(_ a: Int, _ b: Int) -> Int {
    add(values[a] * values[b], [(a, values[b]), (b, values[a])])
  }

  mutating func inverse(_ a: Int) -> Int { add(1 / values[a], [(a, -1 / (values[a] * values[a]))]) }

  mutating func relu(_ a: Int) -> Int { add(Swift.max(0, values[a]), [(a, values[a] > 0 ? 1 : 0)]) }

  mutating func scaled(_ a: Int, _ factor: Double) -> Int { add(values[a] * factor, [(a, factor)]) }

  private mutating func add(_ value: Double, _ from: [(from: Int, slope: Double)]) -> Int {
    values.append(value)
    inputs.append(from)
    return values.count - 1
  }

  /// The same calculation with its numbers listed otherwise: number i is listed at places[i].
  func listed(_ places: [Int]) -> [[(from: Int, slope: Double)]] {
    var list = [[(from: Int, slope: Double)]](repeating: [], count: inputs.count)
    for (number, from) in inputs.enumerated() {
      list[places[number]] = from.map { (from: places[$0.from], slope: $0.slope) }
    }
    return list
  }
}

@Suite struct FindingTheOrder {
  @Test("the result itself, and what it does not depend on (1 point)") func alone() throws {
    try Check.close(slopes(of: [[], []], to: 1), to: [0.0, 1.0])
  }

  @Test("a chain: slopes are multiplied (1 point)") func chain() throws {
    // Number 0 was given, 1 is 5 times it, 2 is −2 times that.
    try Check.close(slopes(of: [[], [(from: 0, slope: 5)], [(from: 1, slope: -2)]], to: 2), to: [-10.0, -2, 1])
  }

  @Test("the same chain, listed in every order (1 point)") func anyOrder() throws {
    for (x, y, z) in [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)] {
      var list = [[(from: Int, slope: Double)]](repeating: [], count: 3)
      list[y] = [(from: x, slope: 5)]
      list[z] = [(from: y, slope: -2)]
      let found = slopes(of: list, to: z)
      try Check.close([found[x], found[y], found[z]], to: [-10.0, -2, 1], "listed at \(x), \(y), \(z)")
    }
  }

  @Test("a · b + b · b of the lesson: parts are added (1 point)") func usedTwice() throws {
    // e, c, d, a, b
    let list: [[(from: Int, slope: Double)]] = [
      [(1, 1), (2, 1)], [(3, -3), (4, 2)], [(4, -3), (4, -3)], [], [],
    ]
    try Check.close(slopes(of: list, to: 0), to: [1.0, 1, 1, -3, -4])
  }

  @Test("the calculation of micrograd: 24.7041, 138.8338, 645.5773 (2 points)") func micrograd() throws {
    var w = Written()
    let a = w.given(-4)
    let b = w.given(2)
    var c = w.sum(a, b)
    let cube = w.product(w.product(b, b), b)
    var d = w.sum(w.product(a, b), cube)
    let one = w.given(1)
    c = w.sum(c, w.sum(c, one))
    c = w.sum(c, w.sum(w.sum(one, c), w.scaled(a, -1)))
    d = w.sum(d, w.sum(w.scaled(d, 2), w.relu(w.sum(b, a))))
    d = w.sum(d, w.sum(w.scaled(d, 3), w.relu(w.sum(b, w.scaled(a, -1)))))
    let e = w.sum(c, w.scaled(d, -1))
    let f = w.product(e, e)
    var g = w.scaled(f, 0.5)
    g = w.sum(g, w.scaled(w.inverse(f), 10))
    let count = w.inputs.count
    try Check.close(w.values[g], to: 24.7041, within: 1e-5, "the value")
    // As made, backwards, and mixed; 7 and the count have no common factor.
    let mixed = (0..<count).map { ($0 * 7 + 3) % count }
    try Check.equal(Set(mixed).count, count)
    for places in [Array(0..<count), (0..<count).map { count - 1 - $0 }, mixed] {
      let found = slopes(of: w.listed(places), to: places[g])
      try Check.close(found[places[a]], to: 138.8338, within: 1e-5, "the slope for a")
      try Check.close(found[places[b]], to: 645.5773, within: 1e-5, "the slope for b")
    }
  }

  @Test("40 doublings: each number hands on once, not once for each path (1 point)") func doublings() throws {
    var w = Written()
    let start = w.given(1)
    var last = start
    for _ in 0..<40 { last = w.sum(last, last) }
    let found = slopes(of: w.inputs, to: last)
    try Check.close(found[start] / 1_099_511_627_776, to: 1, "the slope, divided by 2⁴⁰")
  }
}
