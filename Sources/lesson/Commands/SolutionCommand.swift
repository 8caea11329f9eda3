import ArgumentParser
import Course
import CourseTerminal

struct SolutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution", abstract: "Show one good answer to an exercise that you have passed.")

  @OptionGroup var target: ExerciseArgument

  @Flag(help: "Show it before you have passed.")
  var anyway = false

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() throws {
    let exercise = try target.load()
    let answer = SolutionRule(exercise, work: target.place.workFolder).look(isInsisting: anyway)
    if json {
      struct Shown: Encodable { var exercise: String, solution: String?, reason: String? }
      let shown =
        switch answer {
        case .shown(let code): Shown(exercise: exercise.id, solution: code, reason: nil)
        case .refused(let reason), .absent(let reason): Shown(exercise: exercise.id, solution: nil, reason: reason)
        }
      return try JSONOutput.print(shown)
    }
    switch answer {
    case .shown(let code): print(code)
    case .refused(let reason):
      let next = "\(reason) `\(ProgramName.words) solution \(exercise.id) --anyway` shows it now."
      print(MarkdownText(style: .ofThisTerminal()).text(next), terminator: "")
    case .absent(let reason): print(MarkdownText(style: .ofThisTerminal()).text(reason), terminator: "")
    }
  }
}
