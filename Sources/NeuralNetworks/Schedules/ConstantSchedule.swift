/// The same learning rate for all steps, after a warm-up if wanted.
///
///     let level = ConstantSchedule(0.1, warmUp: 10)
///     [0, 5, 10, 1_000].map(level.learningRate)          // 0  0.05  0.1  0.1
public struct ConstantSchedule: Schedule {
  private let rate: Double
  private let warmUp: WarmUp

  /// - Parameters:
  ///   - rate: Of all steps after the warm-up.
  ///   - warmUp: For how many steps the rate rises from 0.
  public init(_ rate: Double, warmUp: Int = 0) {
    Optimizer.check(rate)
    self.rate = rate
    self.warmUp = WarmUp(warmUp)
  }

  public func learningRate(at step: Int) -> Double { rate * (warmUp.share(at: step) ?? 1) }
}
