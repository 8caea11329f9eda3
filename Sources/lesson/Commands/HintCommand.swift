import ArgumentParser
import Course
import CourseTerminal

struct HintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Show the next hint: a question, an idea, a part of the code.")

  @OptionGroup var target: ExerciseArgument

  @Option(help: "The hint with this number.")
  var number: Int?

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() throws {
    let exercise = try target.load()
    guard let hint = HintLadder(exercise, work: target.place.workFolder).hint(number) else {
      throw Refusal("Hints are numbered from 1 to \(exercise.hints.count).")
    }
    if json {
      struct Shown: Encodable { var exercise: String, text: String, hints: Int }
      return try JSONOutput.print(Shown(exercise: exercise.id, text: hint, hints: exercise.hints.count))
    }
    print(MarkdownText(style: .ofThisTerminal()).text(hint), terminator: "")
  }
}
