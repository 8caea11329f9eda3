import CourseChecks
import Foundation
import Glassbox
import Testing

/// Each check has slopes that are right and one that is wrong, so nobody passes by always saying the same.
@Suite struct TestingTheTest {
  func accepts(_ name: String, _ function: (Double) -> Double, _ slope: (Double) -> Double) throws {
    try Check.that(isSlope(slope, of: function), "the right slope of \(name) is refused")
  }

  func refuses(_ name: String, _ function: (Double) -> Double, _ slope: (Double) -> Double) throws {
    try Check.that(!isSlope(slope, of: function), "\(name) is accepted")
  }

  @Test("sine and a constant; the slope of sine with the wrong sign (1 point)") func ordinary() throws {
    try accepts("sin x", sin, cos)
    try accepts("5", { _ in 5 }, { _ in 0 })
    try refuses("−cos x as the slope of sin x", sin, { -cos($0) })
  }

  @Test("x³, and 3x for its slope, which is right at 0 and 1 (1 point)") func chance() throws {
    try accepts("x³", { $0 * $0 * $0 }, { 3 * $0 * $0 })
    try refuses("3x as the slope of x³", { $0 * $0 * $0 }, { 3 * $0 })
  }

  @Test("a steep function: 1000 · e²ˣ (1 point)") func steep() throws {
    try accepts("1000 · e²ˣ", { 1000 * exp(2 * $0) }, { 2000 * exp(2 * $0) })
    try refuses("1000 · e²ˣ as its own slope", { 1000 * exp(2 * $0) }, { 1000 * exp(2 * $0) })
  }

  @Test("a slope that is right above 0 only (1 point)") func oneSide() throws {
    try accepts("x · |x|", { $0 * Swift.abs($0) }, { 2 * Swift.abs($0) })
    try refuses("2x as the slope of x · |x|", { $0 * Swift.abs($0) }, { 2 * $0 })
  }

  @Test("a slope that is right at all whole numbers (1 point)") func between() throws {
    try accepts("x²", { $0 * $0 }, { 2 * $0 })
    try refuses("2x + sin(πx) / 2 as the slope of x²", { $0 * $0 }, { 2 * $0 + sin(Double.pi * $0) / 2 })
  }

  @Test("a slope that is 1 % off (1 point)") func onePercent() throws {
    try accepts("eˣ", exp, exp)
    try refuses("1.01 · eˣ as the slope of eˣ", exp, { 1.01 * exp($0) })
  }

  @Test("a function that is nearly flat: 0.01 · x (1 point)") func nearlyFlat() throws {
    try accepts("0.01 · x", { 0.01 * $0 }, { _ in 0.01 })
    try refuses("0 as the slope of 0.01 · x", { 0.01 * $0 }, { _ in 0 })
  }

  @Test("a slope that is not a number below 0 (1 point)") func notANumber() throws {
    try accepts("tanh x", tanh, { 1 - tanh($0) * tanh($0) })
    try refuses("what is not a number", { $0 * $0 }, { $0 < 0 ? .nan : 2 * $0 })
  }
}
