import Course
import Interpreter

/// `%solution 08.2`: one good answer, after a pass or when asked for twice.
struct SolutionCommand: Command {
  let course: CourseFolder
  let work: WorkFolder
  let name = "solution"
  let usage = ["%solution EXERCISE", "%solution EXERCISE anyway"]
  let summary = "Shows one good answer, once you have passed; with `anyway` at once."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let exercise: Exercise
    do { exercise = try call.exercise(of: course, command: name) } catch { return call.failure(error.message) }
    switch SolutionRule(exercise, work: work).look(isInsisting: call.words.dropFirst().first == "anyway") {
    case .shown(let code):
      call.output.display(CheckCommand.message(["text/plain": code, "text/markdown": "```swift\n\(code)\n```"]))
    case .refused(let reason): call.print(reason + " %solution \(exercise.id) anyway shows it now.")
    case .absent(let reason): call.print(reason)
    }
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] { course.exerciseIDs }
}
