import Course
import Interpreter

/// `%hint 08.2`: the next hint, from a question to a part of the code.
struct HintCommand: Command {
  let course: CourseFolder
  let work: WorkFolder
  let name = "hint"
  let usage = ["%hint EXERCISE", "%hint EXERCISE NUMBER"]
  let summary = "Shows the next hint: a question, then an idea, then a part of the code."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let exercise: Exercise
    do { exercise = try call.exercise(of: course, command: name) } catch { return call.failure(error.message) }
    let hints = HintLadder(exercise, work: work)
    guard let hint = hints.hint(call.words.dropFirst().first.flatMap { Int($0) }) else {
      return call.failure("hints are numbered from 1 to \(exercise.hints.count).")
    }
    let (title, rest) = (hint.prefix { $0 != "\n" }, hint.drop { $0 != "\n" })
    call.output.display(CheckCommand.message(["text/plain": hint, "text/markdown": "**\(title)**\(rest)"]))
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] { course.exerciseIDs }
}
