/// How long a training may take, where that is said in place of the number of its steps.
///
///     var settings = TrainingSettings(steps: 100_000)
///     settings.timeLimit = TimeLimit(seconds: 180)
///     settings.schedule = CosineSchedule(peak: 1e-3, minimum: 1e-4, warmUp: 500, steps: TimeLimit.scheduleSteps)
///
/// The loop plans as many steps as fit, at most those of the settings, and plans anew when the machine turns out to be faster
/// or slower: see ``StepPlan``. The time of evaluations and checkpoints counts. A training that goes on from a checkpoint
/// keeps the plan that stands there, so that it goes on bit for bit; it takes as long as that takes.
public struct TimeLimit: Sendable, Equatable {
  /// Of how many steps the schedule of such a training is: it is stretched over the steps that there will be.
  public static let scheduleSteps = 10_000

  /// How many seconds there are for everything.
  public var seconds: Double
  /// How many of them are over when the training begins.
  public var used = 0.0
  /// How many parts the training has, all of them equal. Behind each it is evaluated, and a checkpoint is written.
  public var parts = 20
  /// What comes after the last step takes as long as so many evaluations.
  public var evaluationsAfter = 0.0

  public init(seconds: Double) { self.seconds = seconds }
}
