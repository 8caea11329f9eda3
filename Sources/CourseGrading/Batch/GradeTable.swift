/// The grades of a class as lines of comma-separated values.
public enum GradeTable {
  public static func text(_ reports: [StudentReport]) -> String {
    let exercises = reports.first?.grades.map(\.exercise) ?? []
    let head = ["student"] + exercises + ["points", "max", "remarks"]
    let rows = reports.map { report in
      [report.student] + report.grades.map { "\($0.points)" } + ["\(report.points)", "\(report.total)"] + [
        (report.remarks + report.grades.flatMap { grade in grade.remarks.map { "\(grade.exercise): \($0)" } })
          .joined(separator: " ")
      ]
    }
    return ([head] + rows).map { $0.map(field).joined(separator: ",") + "\n" }.joined()
  }

  /// A field in quotes where it needs them. What begins like a formula gets a mark, so that no spreadsheet computes it.
  private static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
