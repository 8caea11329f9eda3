/// One check of an exercise: a test function of its suite.
public struct ExerciseCheck: Sendable, Equatable {
  /// The function's name.
  public var name: String
  /// What must hold, in words.
  public var title: String
  public var points: Int
}
