/// A learning rate for each step of a training.
///
///     let schedule = CosineSchedule(peak: 0.001, minimum: 0.0001, warmUp: 100, steps: 2_000)
///     for step in 0..<2_000 {
///       optimizer.learningRate = schedule.learningRate(at: step)
///       // … one step of training
///     }
///
/// A schedule is a function of the step and nothing else: training can begin anywhere in it.
public protocol Schedule: Sendable {
  /// The learning rate of a step, counted from 0.
  func learningRate(at step: Int) -> Double
}

/// The beginning that many schedules share: a straight line from 0 up, which spares the first steps, when gradients are
/// large and an optimizer knows little of them.
struct WarmUp: Sendable {
  let steps: Int

  init(_ steps: Int, of total: Int = .max) {
    guard 0...total ~= steps else { stop(.warmUp(steps, steps: total)) }
    self.steps = steps
  }

  /// The share of the peak that a step has; `nil` once the warm-up is over.
  func share(at step: Int) -> Double? {
    guard step >= 0 else { stop(.stepBelowZero(step)) }
    return step < steps ? Double(step) / Double(steps) : nil
  }
}
