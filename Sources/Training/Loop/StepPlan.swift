/// How many steps a training with a ``TimeLimit`` will have, and which share of it is done after each.
///
/// A plan holds from some step on. A new one begins with the share that the old one has come to, and spreads what is left
/// over more steps or fewer: so the learning rate, which hangs on the share, never jumps, and its schedule comes to its end
/// with the last step.
public struct StepPlan: Sendable, Equatable {
  /// The step from which on it holds.
  let start: Int
  /// Which share of the training was done by then.
  let startShare: Double
  /// How many steps the training will have in all.
  public let steps: Int

  /// Which share of the training is done after so many steps, from 0 to 1.
  public func share(after step: Int) -> Double {
    guard step < steps else { return 1 }
    return startShare + (1 - startShare) * Double(step - start) / Double(steps - start)
  }

  /// A plan for the same training with another number of steps, from a step on.
  func changed(from step: Int, steps: Int) -> StepPlan {
    StepPlan(start: step, startShare: share(after: step), steps: steps)
  }

  /// Where a step is in a schedule of so many steps: its middle.
  func place(of step: Int, in scheduleSteps: Int) -> Int {
    Int((share(after: step) + share(after: step + 1)) / 2 * Double(scheduleSteps))
  }

  /// How many of equal parts of the training are whole after so many steps. What rounding takes from a share is given back.
  func parts(after step: Int, of count: Int) -> Int { Int(share(after: step) * Double(count) + 1e-9) }
}
