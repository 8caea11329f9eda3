import Course

/// What a class has understood and what not.
public struct ClassSummary: Sendable, Codable {
  public var students: Int
  /// The check that the fewest have passed.
  public struct Hardest: Sendable, Codable {
    public var exercise: String
    public var check: String
    public var missedPercent: Int
    /// The known mistake that most of those have made who missed it.
    public var commonMistake: String?
  }

  public var hardest: Hardest?
  public var timedOut: Int
  public var stopped: Int
  public var meddled: Int

  public init(_ reports: [StudentReport]) {
    students = reports.count
    let grades = reports.flatMap(\.grades)
    func count(_ verdict: GradeReport.Verdict) -> Int {
      reports.count { $0.grades.contains { $0.results.contains { $0.verdict == verdict } } }
    }
    timedOut = count(.tooSlow)
    stopped = count(.stopped)
    meddled = reports.count { report in
      report.remarks.contains { $0.contains("files of checks") }
        || report.grades.contains {
          $0.remarks.contains { $0.contains("The checks use") || $0.contains("looks like a report") }
        }
    }
    var missed: [String: (exercise: String, title: String, missed: Int, asked: Int)] = [:]
    for grade in grades {
      for result in grade.results where result.verdict != .notRun {
        var entry = missed["\(grade.exercise) \(result.name)"] ?? (grade.exercise, result.title, 0, 0)
        entry.asked += 1
        if result.verdict != .passed { entry.missed += 1 }
        missed["\(grade.exercise) \(result.name)"] = entry
      }
    }
    let worst = missed.sorted { $0.key < $1.key }.max {
      Double($0.value.missed) / Double($0.value.asked) < Double($1.value.missed) / Double($1.value.asked)
    }
    guard let (key, entry) = worst, entry.missed > 0 else { return }
    let name = key.split(separator: " ").last.map(String.init) ?? ""
    let mistakes = grades.filter { $0.exercise == entry.exercise && $0.notPassed.contains(name) }.compactMap(\.mistake)
    let counts = Dictionary(grouping: mistakes, by: { $0 }).mapValues(\.count)
    hardest = Hardest(
      exercise: entry.exercise, check: entry.title, missedPercent: entry.missed * 100 / entry.asked,
      commonMistake: counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key)
  }

  /// The summary in lines of text.
  public var text: String {
    var lines = [
      "\(students) submissions: \(timedOut) timed out, \(stopped) stopped by their own code, \(meddled) meddled with the checks"
    ]
    if let hardest {
      lines.append(
        "\(hardest.exercise) was the hardest: \(hardest.missedPercent) % missed \"\(hardest.check)\""
          + (hardest.commonMistake.map { "; the commonest mistake: \($0)" } ?? "."))
    }
    return lines.joined(separator: "\n")
  }
}
