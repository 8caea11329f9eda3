import Course
import Foundation
import Interpreter

/// `%check 08.2`: grades what the notebook's cells define. `%check 08.2 points` has the points as its result, for nbgrader.
struct CheckCommand: Command {
  let course: CourseFolder
  let work: WorkFolder
  let name = "check"
  let usage = ["%check EXERCISE", "%check EXERCISE points"]
  let summary = "Checks what your cells declare for an exercise, and says what is missing."
  let details = """
    %check 08.2
    %check 08.2 points

    Whatever your code does in a check, every value of your notebook stays. With `points` the number of points is the \
    cell's result, as nbgrader reads it, and nothing that your code writes or shows in a check gets into the cell.
    """

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let exercise: Exercise
    do { exercise = try call.exercise(of: course, command: name) } catch { return call.failure(error.message) }
    let isForGrades = call.words.dropFirst().first == "points"
    // What the code shows could be taken for the points, and what it writes to stderr for a failure.
    let report = await Grader(exercise).grade(
      within: session, call: call, output: isForGrades ? CollectedOutput() : call.output)
    let hint = "%hint \(exercise.id)"
    call.output.display(
      Self.message(["text/plain": report.text(hintCommand: hint), "text/html": report.html(hintCommand: hint)]))
    if isForGrades { call.output.display(Self.message(["text/plain": "\(report.points)"], kind: "result")) }
    try? work.prepare()
    try? work.log.add(
      ProgressEntry(
        .checked, lesson: exercise.lesson, exercise: exercise.id, points: report.points, total: report.total,
        content: exercise.contentHash))
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] { course.exerciseIDs }

  /// A display or a result as module `Displays` sends them.
  static func message(_ data: [String: String], kind: String = "display") -> String {
    let object: [String: Any] = ["kind": kind, "data": data, "metadata": [String: Any]()]
    let data = (try? JSONSerialization.data(withJSONObject: object)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}
