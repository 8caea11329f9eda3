/// One thing to read, to guess, to run or to do.
public enum LessonStep: Sendable, Equatable {
  /// Paragraphs in Markdown.
  case text(String)
  /// A question to be answered before the next code runs.
  case predict(Question)
  case code(LessonCode)
  /// The id of an exercise.
  case exercise(String)
}
