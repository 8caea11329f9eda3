import Course
import Foundation
import Interpreter

/// `%check 08.2`: grades what the notebook's cells define.
struct CheckCommand: Command {
  let course: CourseFolder
  let work: WorkFolder
  let name = "check"
  let usage = ["%check EXERCISE"]
  let summary = "Checks what your cells declare for an exercise, and says what is missing."
  let details = "%check 08.2\n\nWhatever your code does in a check, every value of your notebook stays."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let exercise: Exercise
    do { exercise = try call.exercise(of: course, command: name) } catch { return call.failure(error.message) }
    let report = await Grader(exercise).grade(within: session, call: call)
    let hint = "%hint \(exercise.id)"
    call.output.display(
      Self.message(plain: report.text(hintCommand: hint), html: report.html(hintCommand: hint)))
    try? work.prepare()
    try? work.log.add(
      ProgressEntry(
        .checked, lesson: exercise.lesson, exercise: exercise.id, points: report.points, total: report.total,
        content: exercise.contentHash))
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] { course.exerciseIDs }

  /// A display of the report as module `Displays` sends them.
  static func message(plain: String, html: String) -> String {
    let object: [String: Any] = [
      "kind": "display", "data": ["text/plain": plain, "text/html": html], "metadata": [String: Any](),
    ]
    let data = (try? JSONSerialization.data(withJSONObject: object)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
