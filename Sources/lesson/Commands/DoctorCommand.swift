import ArgumentParser
import Course
import CourseTerminal

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at everything that the course needs, and say what to do.")

  @Flag(help: "Print the findings as JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() async throws {
    let findings = await CourseDoctor(course: try? place.courseFolder(), work: place.workFolder).findings()
    if json {
      try JSONOutput.print(findings)
    } else {
      for finding in findings {
        let line = "\(finding.isGood ? "ok  " : "FAIL")  \(finding.subject): \(finding.detail)"
        print(TerminalText.report(line, width: Screen.width))
        if let remedy = finding.remedy { print(TerminalText.report("      \(remedy)", width: Screen.width)) }
      }
    }
    if findings.contains(where: { !$0.isGood }) { throw ExitCode.failure }
  }
}
