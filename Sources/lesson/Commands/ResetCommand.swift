import ArgumentParser
import Course

struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Put your file for an exercise back to its beginning; a copy of it stays.")

  @OptionGroup var target: ExerciseArgument

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() throws {
    let exercise = try target.load()
    let work = target.place.workFolder
    let copy = try work.replace(exercise.id, with: exercise.stub)
    try work.log.add(ProgressEntry(.reset, lesson: exercise.lesson, exercise: exercise.id))
    if json {
      struct Done: Encodable { var exercise: String, file: String, copy: String? }
      return try JSONOutput.print(Done(exercise: exercise.id, file: work.path(of: exercise.id), copy: copy))
    }
    print(
      "\(work.path(of: exercise.id)) is at its beginning again." + (copy.map { " What you had is in \($0)." } ?? ""))
  }
}
