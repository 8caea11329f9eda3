/// A part of a lesson with one new idea.
public struct LessonSection: Sendable, Equatable {
  public var title: String
  public var steps: [LessonStep]
}
