import CourseChecks
import Foundation
import Glassbox
import Testing

@Suite struct LocalSlopes {
  /// How fast a function goes with its input, measured: the error is of the order of the step squared, 1e-10.
  func measured(at x: Double, _ function: (Double) -> Double) -> Double {
    (function(x + 1e-5) - function(x - 1e-5)) / 2e-5
  }

  func compare(
    _ a: Double, _ b: Double, _ got: (a: Double, b: Double), _ function: (Double, Double) -> Double
  ) throws {
    try Check.close(got.a, to: measured(at: a) { function($0, b) }, within: 1e-6, "a = \(a), b = \(b), slope for a")
    try Check.close(got.b, to: measured(at: b) { function(a, $0) }, within: 1e-6, "a = \(a), b = \(b), slope for b")
  }

  let places = [(2.0, -3.0), (-1.5, 0.5), (0.25, 4), (5, 2)]

  @Test("a − b (1 point)") func difference() throws {
    for (a, b) in places { try compare(a, b, differenceSlopes(a, b)) { $0 - $1 } }
  }

  @Test("a / b (1 point)") func quotient() throws {
    for (a, b) in places { try compare(a, b, quotientSlopes(a, b)) { $0 / $1 } }
  }

  @Test("the larger of a and b (1 point)") func larger() throws {
    for (a, b) in places { try compare(a, b, largerSlopes(a, b)) { Swift.max($0, $1) } }
  }

  @Test("√a from its result (1 point)") func squareRoot() throws {
    for a in [0.25, 2, 9, 100] {
      let slope = measured(at: a) { $0.squareRoot() }
      try Check.close(squareRootSlope(result: a.squareRoot()), to: slope, within: 1e-6, "a = \(a)")
    }
  }

  @Test("ln a (1 point)") func logarithm() throws {
    for a in [0.1, 1, 2.5, 40] {
      try Check.close(logarithmSlope(a), to: measured(at: a) { Foundation.log($0) }, within: 1e-6, "a = \(a)")
    }
  }

  @Test("σ(a) from its result (1 point)") func sigmoid() throws {
    func logistic(_ a: Double) -> Double { 1 / (1 + Foundation.exp(-a)) }
    for a in [-4, -0.5, 0, 1.5, 6] {
      let slope = measured(at: a, logistic)
      try Check.close(sigmoidSlope(result: logistic(a)), to: slope, within: 1e-6, "a = \(a)")
    }
  }
}
