import ArgumentParser
import Course
import CourseGrading
import CourseTerminal
import Foundation

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Check your files whenever you save one.")

  @Argument(help: "One exercise; all of your files without it.")
  var exercise: String?

  @Flag(help: "Check once and end.")
  var once = false

  @Flag(help: "Print each report as a line of JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() async throws {
    let course = try place.courseFolder()
    let work = place.workFolder
    try work.prepare()
    let ids = try exercise.map { [try place.exercise($0).id] } ?? course.exerciseIDs
    if let id = exercise { try work.start(try place.exercise(id)) }
    let configuration = try place.sessionConfiguration()
    if !json && !once {
      let files = exercise == nil ? work.root : work.path(of: ids[0])
      print("Watching \(files). Save it in your editor and look here; Ctrl-C ends.")
      fflush(nil)
    }
    var seen: [String: String] = [:]
    for id in ids where exercise == nil && !once { seen[id] = work.code(of: id) }
    while true {
      for id in ids {
        guard let code = work.code(of: id), code != seen[id] else { continue }
        seen[id] = code
        // A file that does not compile is told about in its own report, and nothing else waits for it.
        let exercise = try course.exercise(id)
        let report = await WorkGrader(exercise, configuration: configuration).grade([code], name: "\(id).swift")
        try work.log.add(
          ProgressEntry(
            .checked, lesson: exercise.lesson, exercise: id, points: report.points, total: report.total,
            content: exercise.contentHash, work: ContentHash.of([code])))
        if json {
          try JSONOutput.printLine(report)
        } else {
          let time = Date().formatted(.dateTime.hour().minute().second())
          print("\n" + TextStyle.ofThisTerminal().faint("Saved at \(time)"))
          print(ReportText.of(report, work: work), terminator: "")
        }
        fflush(nil)
      }
      if once { return }
      try await Task.sleep(for: .milliseconds(300))
    }
  }
}
