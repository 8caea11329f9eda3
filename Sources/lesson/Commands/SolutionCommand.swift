import ArgumentParser
import Course

struct SolutionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solution", abstract: "Show one good answer to an exercise that you have passed.")

  @OptionGroup var target: ExerciseArgument

  @Flag(help: "Show it before you have passed.")
  var anyway = false

  func run() throws {
    switch SolutionRule(try target.load(), work: target.place.workFolder).look(isInsisting: anyway) {
    case .shown(let code): print(code)
    case .refused(let reason): print("\(reason) `lesson solution \(target.exercise) --anyway` shows it now.")
    case .absent(let reason): print(reason)
    }
  }
}
