import ArgumentParser
import Course
import CourseGrading
import CourseTerminal
import Foundation

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check your file for an exercise.",
    discussion: "Ends with status 1 if a point is missing.")

  @Argument(help: "The exercise, for instance 08.2.")
  var exercise: String

  @Flag(help: "Print the report as JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() async throws {
    let exercise = try place.exercise(exercise)
    let work = place.workFolder
    guard let code = work.code(of: exercise.id) else {
      throw Refusal(
        "You have not begun \(exercise.id). `\(ProgramName.words) start \(exercise.id)` gives you its file.")
    }
    let report = await WorkGrader(exercise, configuration: try place.sessionConfiguration()).grade(
      [code], name: "\(exercise.id).swift")
    try work.log.add(
      ProgressEntry(
        .checked, lesson: exercise.lesson, exercise: exercise.id, points: report.points, total: report.total,
        content: exercise.contentHash, work: ContentHash.of([code])))
    if json {
      try JSONOutput.print(report)
    } else {
      if code == exercise.stub { print("Your file is still as it was at the beginning: \(work.path(of: exercise.id))") }
      print(ReportText.of(report, work: work), terminator: "")
    }
    if !report.isPassed { throw ExitCode.failure }
  }
}
