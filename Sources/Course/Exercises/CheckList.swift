/// The checks of a suite, found in its text: `@Test("what must hold (2 points)")` and below it `func name`.
enum CheckList {
  static func checks(in file: CourseFile) throws(CourseMistake) -> [ExerciseCheck] {
    var checks: [ExerciseCheck] = []
    var pending: (title: String, points: Int)?
    for (index, line) in file.lines.enumerated() {
      // Most lines are neither, and to look for a pattern in each of them would take longest of all.
      guard pending != nil || line.utf8.contains(UInt8(ascii: "@")) else { continue }
      if let match = line.firstMatch(of: /@Test\("((?:[^"\\]|\\.)*)"/) {
        guard pending == nil else {
          throw CourseMistake(file: file.path, line: index + 1, .check("the one above it has no function."))
        }
        pending = titleAndPoints(String(match.1))
      } else if line.contains("@Test") {
        throw CourseMistake(
          file: file.path, line: index + 1, .check("say what must hold: `@Test(\"a row sums to 1 (2 points)\")`."))
      }
      if let found = pending, let match = line.firstMatch(of: /func\s+(\w+)/) {
        let name = String(match.1)
        guard !checks.contains(where: { $0.name == name }) else {
          throw CourseMistake(file: file.path, line: index + 1, .check("there are two functions `\(name)`."))
        }
        checks.append(ExerciseCheck(name: name, title: found.title, points: found.points))
        pending = nil
      }
    }
    guard !checks.isEmpty else { throw CourseMistake(file: file.path, line: 1, .noChecks) }
    return checks
  }

  /// Takes the points off a title; without any they are 1.
  private static func titleAndPoints(_ text: String) -> (title: String, points: Int) {
    guard let match = text.firstMatch(of: /^(.*) \((\d+) points?\)$/), let points = Int(match.2) else {
      return (text, 1)
    }
    return (String(match.1), points)
  }
}
