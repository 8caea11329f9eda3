import ArgumentParser
import Course

struct HintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Show the next hint: a question, an idea, a part of the code.")

  @OptionGroup var target: ExerciseArgument

  @Option(help: "The hint with this number.")
  var number: Int?

  func run() throws {
    let exercise = try target.load()
    guard let hint = HintLadder(exercise, work: target.place.workFolder).hint(number) else {
      throw Refusal("Hints are numbered from 1 to \(exercise.hints.count).")
    }
    print(hint)
  }
}
