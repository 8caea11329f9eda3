import Course
import CourseGrading
import CourseTerminal

/// A report as the terminal shows it.
enum ReportText {
  static func of(_ report: GradeReport, work: WorkFolder) -> String {
    let text = report.text(
      isColored: Screen.isColored, hintCommand: "\(ProgramName.words) hint \(report.exercise)",
      solutionCommand: "\(ProgramName.words) solution \(report.exercise)", width: Screen.width,
      hintsShown: CourseProgress(work.log.entries).hintsShown(report.exercise))
    return TerminalText.report(text, width: Screen.width)
  }
}
