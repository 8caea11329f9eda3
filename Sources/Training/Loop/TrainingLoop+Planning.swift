extension TrainingLoop {
  /// Makes the first plan of a training with a time limit, or goes on by the one that there is.
  func beginPlan() {
    guard let limit = settings.timeLimit else { return }
    timekeeper?.begin(now: clock())
    guard plan == nil else { return }
    let keeper = Timekeeper(limit, mostSteps: settings.steps, step: step, now: clock())
    (timekeeper, plan) = (keeper, keeper.plan)
  }

  /// Looks whether the time is kept, and says whether there is another plan.
  func planAnew() -> Bool {
    guard timekeeper?.planAnew(after: step, isFree: !hasCheckpoint) == true else { return false }
    plan = timekeeper?.plan
    return true
  }

  /// Where the next step is in the schedule.
  var scheduleStep: Int {
    guard settings.timeLimit != nil, let plan else { return step }
    return plan.place(of: step, in: TimeLimit.scheduleSteps)
  }

  /// Whether something is to be done now that is done after so many steps, or with a time limit behind each part.
  func isDue(_ interval: Int?) -> Bool {
    guard let limit = settings.timeLimit, let plan else { return interval.map { step % $0 == 0 } ?? false }
    return plan.parts(after: step, of: limit.parts) > plan.parts(after: step - 1, of: limit.parts)
  }
}
