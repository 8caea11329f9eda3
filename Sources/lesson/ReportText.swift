import CourseGrading
import CourseTerminal

/// A report as the terminal shows it.
enum ReportText {
  static func of(_ report: GradeReport) -> String {
    let text = report.text(
      isColored: Screen.isColored, hintCommand: "lesson hint \(report.exercise)",
      solutionCommand: "lesson solution \(report.exercise)", width: Screen.width)
    return TerminalText.report(text, width: Screen.width)
  }
}
