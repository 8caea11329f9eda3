import ArgumentParser
import Course
import CourseGrading
import CourseTerminal
import Foundation
import Synchronization

struct GradeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade", abstract: "Grade the submissions in a folder.",
    discussion: """
      FOLDER holds a folder for each student, with files such as 08.2.swift or a notebook, or a notebook for each student. \
      The checks are those of this course, whatever a submission brings along.
      """)

  @Argument(help: "The folder with the submissions.")
  var folder: String

  @Option(parsing: .upToNextOption, help: "Lessons (08) or exercises (08.2).")
  var exercises: [String] = []

  @Option(help: "How many submissions to run at a time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: ArgumentHelp("Where the reports go.", valueName: "folder"))
  var reports = "reports"

  @Flag(help: "Print everything as JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() async throws {
    let course = try place.courseFolder()
    let chosen = try course.exerciseIDs.filter { id in
      exercises.isEmpty || exercises.contains { CourseFolder.fullID($0) == id || id.hasPrefix(Self.lesson($0) + ".") }
    }.map { try course.exercise($0) }
    guard !chosen.isEmpty else { throw Refusal("There is no exercise \(exercises.joined(separator: ", ")).") }
    let path = URL(fileURLWithPath: folder).standardizedFileURL.path
    let submissions = Submission.all(in: path, exercises: chosen)
    guard !submissions.isEmpty else { throw Refusal("There are no submissions in \(path).") }
    let isolation = await Isolation.best()
    if !json { print(TerminalText.report(isolation.words, width: Screen.width)) }
    let grader = BatchGrader(
      course: course, exercises: chosen, configuration: try place.sessionConfiguration(), isolation: isolation,
      hidden: [course.exercisesFolder, path], jobs: jobs)
    let done = Mutex(0)
    let isSilent = json
    let results = await grader.grade(submissions) { report in
      let count = done.withLock { done in
        done += 1
        return done
      }
      if !isSilent {
        let line = "\(count)/\(submissions.count)  \(report.student)  \(report.points) of \(report.total) points"
        // In a terminal one line is written again and again; a log keeps all of them.
        if let columns = Screen.columns {
          print("\r\u{1B}[K" + line.prefix(columns - 1), terminator: count == submissions.count ? "\n" : "")
          fflush(nil)
        } else {
          print(line)
        }
      }
    }
    try write(results)
    let summary = ClassSummary(results)
    if json {
      struct Everything: Encodable {
        var isolation: Isolation.Tool
        var summary: ClassSummary
        var students: [StudentReport]
      }
      try JSONOutput.print(Everything(isolation: isolation.tool, summary: summary, students: results))
    } else {
      print("\(summary.text)\nThe reports and grades.csv are in \(reports).")
    }
  }

  private static func lesson(_ text: String) -> String { text.count == 1 ? "0" + text : text }

  private func write(_ results: [StudentReport]) throws {
    let target = URL(fileURLWithPath: reports)
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for report in results {
      try Data(report.text.utf8).write(to: target.appending(path: "\(report.student).txt"), options: .atomic)
    }
    try Data(GradeTable.text(results).utf8).write(to: target.appending(path: "grades.csv"), options: .atomic)
  }
}
