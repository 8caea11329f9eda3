/// When a solution is shown: after a pass, or when somebody asks for it all the same.
public struct SolutionRule: Sendable {
  public enum Answer: Sendable, Equatable {
    case shown(String)
    case refused(String)
    case absent(String)
  }

  private let exercise: Exercise
  private let work: WorkFolder

  public init(_ exercise: Exercise, work: WorkFolder) {
    self.exercise = exercise
    self.work = work
  }

  public func look(isInsisting: Bool) -> Answer {
    guard let solution = exercise.solution else {
      return .absent("This copy of the course has no solutions. Ask the person who gave it to you.")
    }
    let state = CourseProgress(work.log.entries).state(exercise)
    guard isInsisting || state == .passed || state == .passedEarlier else {
      return .refused("You have not passed \(exercise.id) yet, and three hints may be all that you need.")
    }
    try? work.prepare()
    try? work.log.add(ProgressEntry(.solution, lesson: exercise.lesson, exercise: exercise.id))
    return .shown(solution)
  }
}
