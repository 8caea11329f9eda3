/// The same learning rate for all steps, after a warm-up if wanted.
public struct ConstantSchedule: Schedule {
  private let rate: Double
  private let warmUp: WarmUp

  /// - Parameter warmUp: For how many steps the rate rises from 0.
  public init(_ rate: Double, warmUp: Int = 0) {
    Optimizer.check(rate)
    self.rate = rate
    self.warmUp = WarmUp(warmUp)
  }

  public func learningRate(at step: Int) -> Double { rate * (warmUp.share(at: step) ?? 1) }
}
