/// The hints of an exercise, one step at a time; how far somebody has gone is in the log.
public struct HintLadder: Sendable {
  private let exercise: Exercise
  private let work: WorkFolder

  public init(_ exercise: Exercise, work: WorkFolder) {
    self.exercise = exercise
    self.work = work
  }

  /// The hint with a number, or the next one. After the last one comes the last one again.
  public func hint(_ number: Int? = nil) -> String? {
    let next = number ?? min(CourseProgress(work.log.entries).hintsShown(exercise.id) + 1, exercise.hints.count)
    guard exercise.hints.indices.contains(next - 1) else { return nil }
    try? work.prepare()
    try? work.log.add(ProgressEntry(.hint, lesson: exercise.lesson, exercise: exercise.id, detail: "\(next)"))
    return "Hint \(next) of \(exercise.hints.count)\n\n\(exercise.hints[next - 1])\n"
  }
}
