import Glibc

/// A rise to the peak, then half a wave of the cosine down to the minimum: slowly at first, and slowly at the end.
///
///     let schedule = CosineSchedule(peak: 1, minimum: 0.1, warmUp: 7, steps: 21)
///     [0, 7, 14, 21].map(schedule.learningRate)     // 0, 1, 0.55, 0.1
///
/// minimum + (peak - minimum) · ½ (1 + cos(π · progress)), where the progress goes from 0 at the end of the warm-up to 1 at
/// the last step; the minimum from there on.
///
/// Source: Loshchilov, Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts, 2017, equation 5.
public struct CosineSchedule: Schedule {
  private let peak: Double
  private let minimum: Double
  private let warmUp: WarmUp
  private let steps: Int

  /// - Parameters:
  ///   - peak: The highest rate, at the end of the warm-up.
  ///   - minimum: The rate at the end and from there on.
  ///   - warmUp: For how many steps the rate rises from 0.
  ///   - steps: How many steps the schedule lasts, the warm-up among them.
  public init(peak: Double, minimum: Double = 0, warmUp: Int = 0, steps: Int) {
    Optimizer.check(peak)
    Optimizer.check(minimum)
    (self.peak, self.minimum, self.steps) = (peak, minimum, steps)
    self.warmUp = WarmUp(warmUp, of: steps)
  }

  public func learningRate(at step: Int) -> Double {
    if let share = warmUp.share(at: step) { return peak * share }
    guard step < steps else { return minimum }
    let progress = Double(step - warmUp.steps) / Double(steps - warmUp.steps)
    return minimum + (peak - minimum) * 0.5 * (1 + cos(.pi * progress))
  }
}
