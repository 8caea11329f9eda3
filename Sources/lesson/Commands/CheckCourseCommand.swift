import ArgumentParser
import Course
import CourseGrading
import Foundation

struct CheckCourseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-course", abstract: "Hold the course to its promises.",
    discussion: """
      Every beginning compiles and earns nothing, every solution passes, every wrong solution is caught by the checks that \
      it names; lessons show what they say; notebooks are what the lessons make of them.
      """)

  @Argument(help: "Lessons (08) or exercises (08.2); all without any.")
  var names: [String] = []

  @Flag(help: "Write the notebooks anew.")
  var write = false

  @Flag(help: "Print the findings as JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() async throws {
    let course = try place.courseFolder()
    let audit = CourseAudit(course)
    if write {
      for path in try audit.writeNotebooks() { print("written: \(path)") }
    }
    var findings = audit.findings()
    let configuration = try place.sessionConfiguration()
    for folder in course.lessonFolders where names.isEmpty || names.contains(where: { folder.hasPrefix($0 + "-") }) {
      guard let lesson = try? course.lesson(folder: folder) else { continue }
      report("lesson \(folder)", await LessonRun(lesson, configuration: configuration).findings(), &findings)
    }
    let chosen = course.exerciseIDs.filter {
      names.isEmpty || names.contains($0) || names.contains(String($0.prefix(2)))
    }
    let isSilent = json
    findings += await audit.exerciseFindings(
      chosen, configuration: configuration, jobs: ProcessInfo.processInfo.activeProcessorCount
    ) { id, new in
      if !isSilent { print("\(new.isEmpty ? "ok   " : "FAIL ") exercise \(id)") }
    }
    if json {
      try JSONOutput.print(findings)
    } else {
      for finding in findings {
        print("FAIL  \(finding.place)\n      \(finding.message.replacing("\n", with: "\n      "))")
      }
      if findings.isEmpty { print("The course is as it must be.") }
    }
    if !findings.isEmpty { throw ExitCode.failure }
  }

  private func report(_ name: String, _ new: [CourseFinding], _ findings: inout [CourseFinding]) {
    findings += new
    if !json { print("\(new.isEmpty ? "ok   " : "FAIL ") \(name)") }
  }
}
