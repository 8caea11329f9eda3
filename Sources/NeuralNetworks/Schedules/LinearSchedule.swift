/// A rise to the peak, then a straight line down to the minimum.
///
///     let line = LinearSchedule(peak: 1, warmUp: 10, steps: 30)
///     [0, 10, 20, 30].map(line.learningRate)             // 0  1  0.5  0
public struct LinearSchedule: Schedule {
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
    return minimum + (peak - minimum) * Double(steps - step) / Double(steps - warmUp.steps)
  }
}
