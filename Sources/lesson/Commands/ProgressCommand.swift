import ArgumentParser
import Course

struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "progress", abstract: "Say how far you are.")

  @Flag(help: "Print the whole log as JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() throws {
    let log = place.workFolder.log
    if json { return try JSONOutput.print(log.entries) }
    let course = try place.courseFolder()
    let progress = CourseProgress(log.entries)
    let exercises = try course.exerciseIDs.map { try course.exercise($0) }
    let passed = exercises.count { progress.state($0) == .passed }
    let points = exercises.reduce(0) { $0 + (progress.best($1)?.points ?? 0) }
    print(
      "\(passed) of \(exercises.count) exercises passed, \(points) of \(exercises.reduce(0) { $0 + $1.points }) points."
    )
    let predictions = progress.predictions
    if predictions.answered > 0 {
      print("You have predicted \(predictions.answered) times, \(predictions.right) times right.")
    }
    for exercise in exercises where progress.state(exercise) == .passedEarlier {
      print("\(exercise.id) has changed since you passed it.")
    }
    let unreadable = log.unreadableLines
    if unreadable > 0 {
      print("\(unreadable) \(unreadable == 1 ? "line" : "lines") of \(log.path) cannot be read; all else counts.")
    }
    print("Your files and the log of all this are in \(place.workFolder.root).")
  }
}
