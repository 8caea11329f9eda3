/// What the log says of where a learner is.
public struct CourseProgress: Sendable {
  public enum State: String, Sendable {
    case new, begun, passed
    /// Passed before the exercise was changed.
    case passedEarlier = "passed an earlier version"
  }

  let entries: [ProgressEntry]

  public init(_ entries: [ProgressEntry]) { self.entries = entries }

  /// The best grade of an exercise as it is now.
  public func best(_ exercise: Exercise) -> ProgressEntry? {
    entries.filter { $0.event == .checked && $0.exercise == exercise.id && $0.content == exercise.contentHash }
      .max { ($0.points ?? 0) < ($1.points ?? 0) }
  }

  public func state(_ exercise: Exercise) -> State {
    if let best = best(exercise) { return best.points == best.total ? .passed : .begun }
    let earlier = entries.filter { $0.event == .checked && $0.exercise == exercise.id }
    if earlier.contains(where: { $0.points == $0.total }) { return .passedEarlier }
    return earlier.isEmpty ? .new : .begun
  }

  /// How many sections of a lesson were read to their end.
  public func sectionsRead(of lesson: String) -> Int {
    entries.filter { $0.event == .section && $0.lesson == lesson }.compactMap { $0.detail.flatMap { Int($0) } }.max()
      ?? 0
  }

  public func isFinished(_ lesson: String) -> Bool {
    entries.contains { $0.event == .finished && $0.lesson == lesson }
  }

  /// The last thing that was done.
  public var last: ProgressEntry? { entries.last }

  /// How many hints of an exercise were shown since it was last put back to its beginning.
  public func hintsShown(_ id: String) -> Int {
    let since = entries.lastIndex { $0.event == .reset && $0.exercise == id } ?? -1
    return entries[(since + 1)...].filter { $0.event == .hint && $0.exercise == id }
      .compactMap { $0.detail.flatMap { Int($0) } }.max() ?? 0
  }

  /// How many questions were answered, and how many right.
  public var predictions: (answered: Int, right: Int) {
    let answers = entries.filter { $0.event == .predicted && $0.points != nil }
    return (answers.count, answers.count { $0.points == 1 })
  }
}
