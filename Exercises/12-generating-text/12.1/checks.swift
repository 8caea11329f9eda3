import CourseChecks
import Glassbox
import Testing

@Suite struct TheDial {
  @Test("2, 1 and 0.1 at four temperatures (2 points)") func table() throws {
    let rows: [(Double, [Double])] = [
      (0.5, [0.8637, 0.1169, 0.0193]), (1, [0.6590, 0.2424, 0.0986]), (2, [0.5017, 0.3043, 0.1940]),
      (10, [0.3661, 0.3312, 0.3027]),
    ]
    for (temperature, expected) in rows {
      try Check.close(
        probabilities(of: [2, 1, 0.1], temperature: temperature), to: expected, within: 1e-4,
        "temperature \(temperature)")
    }
  }

  @Test("at 0 the first of the best has everything (1 point)") func greedy() throws {
    try Check.equal(probabilities(of: [1, 3, 2, 3], temperature: 0), [0, 1, 0, 0])
    try Check.equal(probabilities(of: [-5, -7], temperature: 0), [1, 0])
  }

  @Test("at 1,000 all are nearly alike, and the order stays (1 point)") func hot() throws {
    let got = probabilities(of: [2, 1, 0.1], temperature: 1000)
    try Check.close(got, to: [1 / 3.0, 1 / 3.0, 1 / 3.0], within: 1e-3)
    try Check.that(got[0] > got[1] && got[1] > got[2], "the order is another one: \(got)")
  }

  @Test("scores of 10,000 are no trouble (1 point)") func large() throws {
    for shift in [10_000.0, -10_000] {
      let got = probabilities(of: [2 + shift, 1 + shift, 0.1 + shift], temperature: 1)
      try Check.close(got, to: [0.6590, 0.2424, 0.0986], within: 1e-4, "scores around \(shift)")
    }
  }

  @Test("a forbidden token has nothing, the others share it all (1 point)") func forbidden() throws {
    for temperature in [0.3, 1, 30] {
      let got = probabilities(of: [1, -.infinity, 1], temperature: temperature)
      try Check.close(got, to: [0.5, 0, 0.5], within: 1e-9, "temperature \(temperature)")
    }
  }
}
