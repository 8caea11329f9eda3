import Glibc

/// One wave: from a low rate up to the peak, down again, and at the end far below where it began.
///
///     OneCycleSchedule(peak: 0.1, steps: 1_000)     // 0.004, up to 0.1 at step 299, down to 4e-7
///
/// Source: Smith, Topin, Super-Convergence, 2018, with the numbers that PyTorch has by default.
public struct OneCycleSchedule: Schedule {
  /// The way from one rate to another.
  public enum Curve: Sendable {
    case cosine
    case linear
  }

  /// A stretch of the schedule: up to which step, and to which rate.
  private let stretches: [(end: Double, rate: Double)]
  private let start: Double
  private let curve: Curve

  /// - Parameters:
  ///   - peak: The highest rate.
  ///   - steps: How many steps the schedule lasts; the last rate holds from there on.
  ///   - rise: The share of the steps in which the rate goes up.
  ///   - startDivisor: The first rate is the peak divided by this.
  ///   - endDivisor: The last rate is the first one divided by this.
  ///   - isSymmetric: Whether the rate goes back to where it began in as many steps as it rose, and from there to the last.
  public init(
    peak: Double, steps: Int, rise: Double = 0.3, curve: Curve = .cosine, startDivisor: Double = 25,
    endDivisor: Double = 10_000, symmetric isSymmetric: Bool = false
  ) {
    Optimizer.check(peak)
    func check(_ value: Double, _ name: String, _ isRight: Bool, _ wanted: String) {
      if !isRight { stop(.setting(of: "OneCycleSchedule", name: name, value: value, wanted: wanted)) }
    }
    check(Double(steps), "steps", steps > 0, "1 or more")
    check(rise, "rise", 0...(isSymmetric ? 0.5 : 1) ~= rise, isSymmetric ? "from 0 to 0.5" : "from 0 to 1")
    check(startDivisor, "startDivisor", startDivisor > 0, "above 0")
    check(endDivisor, "endDivisor", endDivisor > 0, "above 0")
    start = peak / startDivisor
    self.curve = curve
    let top = rise * Double(steps) - 1
    let end = (end: Double(steps - 1), rate: start / endDivisor)
    stretches = [(top, peak)] + (isSymmetric ? [(2 * top, start)] : []) + [end]
  }

  public func learningRate(at step: Int) -> Double {
    guard step >= 0 else { stop(.stepBelowZero(step)) }
    var (place, rate) = (0.0, start)
    for stretch in stretches {
      if Double(step) <= stretch.end {
        let progress = stretch.end > place ? (Double(step) - place) / (stretch.end - place) : 1
        return between(rate, stretch.rate, progress)
      }
      (place, rate) = (stretch.end, stretch.rate)
    }
    return rate
  }

  private func between(_ start: Double, _ end: Double, _ progress: Double) -> Double {
    switch curve {
    case .linear: start + (end - start) * progress
    case .cosine: end + (start - end) / 2 * (1 + cos(.pi * progress))
    }
  }
}
