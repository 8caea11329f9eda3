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
    let isSilent = json
    if write {
      for path in try audit.writeNotebooks() where !isSilent { print("written: \(path)") }
    }
    let lessons = course.lessonFolders.filter { folder in
      names.isEmpty || names.contains { folder.hasPrefix($0 + "-") }
    }
    let chosen = course.exerciseIDs.filter {
      names.isEmpty || names.contains($0) || names.contains(String($0.prefix(2)))
    }
    if let name = names.first(where: { name in
      !lessons.contains { $0.hasPrefix(name + "-") } && !chosen.contains(name)
    }) {
      throw Refusal("There is no lesson and no exercise \(name) in \(course.root).")
    }
    if !json { print("Checking the course in \(course.root)") }
    var findings = audit.findings()
    let configuration = try place.sessionConfiguration()
    for folder in lessons {
      guard let lesson = try? course.lesson(folder: folder) else { continue }
      report("lesson \(folder)", await LessonRun(lesson, configuration: configuration).findings(), &findings)
    }
    findings += await audit.exerciseFindings(
      chosen, configuration: configuration, jobs: ProcessInfo.processInfo.activeProcessorCount
    ) { id, new in
      if !isSilent { print("\(new.isEmpty ? "ok   " : "FAIL ") exercise \(id)") }
    }
    if json {
      try JSONOutput.print(findings)
    } else {
      for finding in findings {
        print("FAIL  \(finding.place)\n      \(finding.text.replacing("\n", with: "\n      "))")
      }
      if findings.isEmpty { print(verdict(lessons.count, chosen.count, course)) }
    }
    if !findings.isEmpty { throw ExitCode.failure }
  }

  /// What can be said after no finding: of what has run, and no more.
  private func verdict(_ lessons: Int, _ exercises: Int, _ course: CourseFolder) -> String {
    let ran =
      "\(lessons) \(lessons == 1 ? "lesson" : "lessons") and \(exercises) \(exercises == 1 ? "exercise" : "exercises")"
    guard !names.isEmpty else { return "The course is as it must be: \(ran) have run." }
    let rest = course.lessonFolders.count - lessons + course.exerciseIDs.count - exercises
    return
      "\(names.joined(separator: ", ")): \(ran) have run and are as they must be. Of the rest only the texts were looked at; \(rest) lessons and exercises have not run."
  }

  private func report(_ name: String, _ new: [CourseFinding], _ findings: inout [CourseFinding]) {
    findings += new
    if !json { print("\(new.isEmpty ? "ok   " : "FAIL ") \(name)") }
  }
}
