/// Measures how fast a training goes, and plans how many steps it has time for.
struct Timekeeper {
  /// What a stretch of time was spent on.
  enum Activity { case step, evaluation, checkpoint }

  private let limit: TimeLimit
  private let mostSteps: Int
  private(set) var plan: StepPlan
  /// How many seconds are over.
  private var spent: Double
  /// When the last stretch ended.
  private var last: Double
  /// How long the last steps took; of the others only how many there were matters.
  private var recentSteps: [Double] = []
  private var stepsMeasured = 0
  /// How long evaluations and checkpoints take, the last ones above all.
  private var evaluation = 0.0
  private var checkpoint = 0.0
  /// How many seconds were over when the plan was made.
  private var planned = 0.0

  /// - Parameters:
  ///   - mostSteps: How many steps there are at most.
  ///   - now: What the clock shows, in seconds.
  init(_ limit: TimeLimit, mostSteps: Int, step: Int, now: Double) {
    (self.limit, self.mostSteps, last) = (limit, mostSteps, now)
    spent = limit.used
    // A guess, until a step has been measured.
    plan = StepPlan(start: step, startShare: 0, steps: max(min(mostSteps, step + 1_000), step + 1))
  }

  /// Begins to measure, as after a break which does not count.
  mutating func begin(now: Double) { last = now }

  /// Notes that a stretch of time has ended.
  mutating func note(_ activity: Activity, now: Double) {
    let seconds = now - last
    (last, spent) = (now, spent + seconds)
    switch activity {
    case .evaluation: evaluation = evaluation == 0 ? seconds : 0.6 * evaluation + 0.4 * seconds
    case .checkpoint: checkpoint = checkpoint == 0 ? seconds : 0.6 * checkpoint + 0.4 * seconds
    case .step:
      stepsMeasured += 1
      // The first step prepares memory, and stands for no other.
      if stepsMeasured == 2 { recentSteps = [] }
      recentSteps.append(seconds)
      // What was measured within the last fiftieth of the time, and four steps at least.
      var sum = recentSteps.reduce(0, +)
      while recentSteps.count > 4, sum - recentSteps[0] > limit.seconds / 50 { sum -= recentSteps.removeFirst() }
    }
  }

  /// Plans anew if the training would end at another time than it should.
  ///
  /// While much time is left, a tenth of it may be amiss, as the machine may become faster or slower again; in the end a
  /// two-hundredth of the whole.
  /// - Parameter isFree: Whether a new plan costs nothing; otherwise a checkpoint has to be written with it.
  /// - Returns: Whether there is another plan.
  mutating func planAnew(after step: Int, isFree: Bool) -> Bool {
    guard !recentSteps.isEmpty, step < plan.steps else { return false }
    let left = max(limit.seconds - spent, 0)
    guard isFree || spent - planned >= left / 10 else { return false }
    let each = max(recentSteps.reduce(0, +) / Double(recentSteps.count), 1e-6)
    let pauses = Double(limit.parts - plan.parts(after: step, of: limit.parts)) * (evaluation + checkpoint)
    let afterwards = limit.evaluationsAfter * evaluation + checkpoint
    let time = left - pauses - afterwards
    guard Swift.abs(Double(plan.steps - step) * each - time) > max(limit.seconds / 200, left / 10) else { return false }
    let steps = min(step + max(Int(min(time / each, 1e9)), 1), mostSteps)
    guard steps != plan.steps, steps > step else { return false }
    plan = plan.changed(from: step, steps: steps)
    planned = spent
    return true
  }
}
