/// How one student did in all exercises of a batch.
public struct StudentReport: Sendable, Codable {
  public var student: String
  public var remarks: [String]
  public var grades: [GradeReport]

  public var points: Int { grades.reduce(0) { $0 + $1.points } }
  public var total: Int { grades.reduce(0) { $0 + $1.total } }

  /// The report that the student gets to read.
  public var text: String {
    var lines = ["\(student)   \(points) of \(total) points", ""]
    if !remarks.isEmpty { lines += remarks + [""] }
    return lines.joined(separator: "\n") + grades.map { $0.text() }.joined(separator: "\n")
  }
}
