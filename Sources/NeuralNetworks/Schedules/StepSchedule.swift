import Glibc

/// A staircase: the rate is multiplied by the same factor every so many steps.
///
///     StepSchedule(0.1, every: 30, factor: 0.5)     // 0.1 for 30 steps, 0.05 for the next 30, …
public struct StepSchedule: Schedule {
  private let rate: Double
  private let length: Int
  private let factor: Double

  /// - Parameters:
  ///   - rate: Of the first steps.
  ///   - length: How many steps have the same rate.
  ///   - factor: What the rate is multiplied by after them.
  public init(_ rate: Double, every length: Int, factor: Double = 0.1) {
    Optimizer.check(rate)
    guard length > 0 else {
      stop(.setting(of: "StepSchedule", name: "every", value: Double(length), wanted: "1 or more"))
    }
    guard factor >= 0, factor.isFinite else {
      stop(.setting(of: "StepSchedule", name: "factor", value: factor, wanted: "0 or more"))
    }
    (self.rate, self.length, self.factor) = (rate, length, factor)
  }

  public func learningRate(at step: Int) -> Double {
    guard step >= 0 else { stop(.stepBelowZero(step)) }
    return rate * pow(factor, Double(step / length))
  }
}
