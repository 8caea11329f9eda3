import Foundation

/// Reads an exercise from its folder.
struct ExerciseReader {
  private static let fields = ["id", "title", "kind", "provides", "seconds", "megabytes"]

  let folder: String

  func exercise() throws(CourseMistake) -> Exercise {
    let file = try CourseFile("\(folder)/task.md")
    let header = try FrontMatter(file.lines, file: file.path, known: Self.fields)
    let id = try header.text("id")
    let folderName = String(folder.split(separator: "/").last ?? "")
    guard id == folderName else {
      throw CourseMistake(file: file.path, line: 2, .nameMismatch(folder: folderName, header: id))
    }
    guard let kind = Exercise.Kind(rawValue: try header.text("kind")) else {
      throw CourseMistake(
        file: file.path, line: 1, .unknownField(try header.text("kind"), known: Exercise.Kind.allCases.map(\.rawValue)))
    }
    var exercise = Exercise(
      id: id, title: try header.text("title"), kind: kind, task: "", afterword: "", names: header.list("provides"),
      seconds: try header.number("seconds", default: 10), megabytes: try header.number("megabytes", default: 2000),
      stub: "", solution: nil, suite: "", checks: [], hints: [], mistakes: [], questions: [], folder: folder)
    try readTask(file, from: header.endLine, into: &exercise)
    exercise.hints = try hints()
    if kind == .quiz {
      try exercise.fillInQuiz(file: file.path)
      return exercise
    }
    guard !exercise.names.isEmpty else { throw CourseMistake(file: file.path, line: 1, .missingField("provides")) }
    exercise.stub = try CourseFile("\(folder)/stub.swift").text
    if CourseFile.exists("\(folder)/solution.swift") {
      exercise.solution = try CourseFile("\(folder)/solution.swift").text
    }
    let suite = try CourseFile("\(folder)/checks.swift")
    exercise.suite = suite.text
    exercise.checks = try CheckList.checks(in: suite)
    exercise.mistakes = try mistakes(of: exercise.checks.map(\.name))
    return exercise
  }

  private func readTask(
    _ file: CourseFile, from start: Int, into exercise: inout Exercise
  ) throws(CourseMistake) {
    var isAfterword = false
    var pieces: [String] = []
    for block in try MarkdownBlock.blocks(of: file.lines, from: start, file: file.path) {
      switch block.kind {
      case .heading("When it passes"):
        isAfterword = true
        exercise.task = pieces.joined(separator: "\n\n")
        pieces = []
      case .heading(let title): pieces.append("## \(title)")
      case .text(let text): pieces.append(text)
      case .fence("question", let body):
        exercise.questions.append(try Question(body, file: file.path, line: block.line + 1))
      case .fence(let info, let body): pieces.append("```\(info)\n\(body)\n```")
      case .exercise(let id): throw CourseMistake(file: file.path, line: block.line, .unknownExercise(id))
      }
    }
    if isAfterword {
      exercise.afterword = pieces.joined(separator: "\n\n")
    } else {
      exercise.task = pieces.joined(separator: "\n\n")
    }
  }

  private func hints() throws(CourseMistake) -> [String] {
    let file = try CourseFile("\(folder)/hints.md")
    var hints: [String] = []
    for line in file.lines {
      if line.hasPrefix("## ") {
        hints.append("")
      } else if !hints.isEmpty {
        hints[hints.count - 1] += line + "\n"
      }
    }
    hints = hints.map(\.trimmed)
    guard hints.count == 3, !hints.contains("") else {
      throw CourseMistake(file: file.path, line: 1, .hints(found: hints.count { !$0.isEmpty }))
    }
    return hints
  }

  /// The wrong solutions, or what a handout tells of them.
  private func mistakes(of checks: [String]) throws(CourseMistake) -> [KnownMistake] {
    if CourseFile.exists("\(folder)/mistakes.txt") { return try MistakeList.mistakes(in: "\(folder)/mistakes.txt") }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/wrong")) ?? []).sorted()
    var mistakes: [KnownMistake] = []
    for name in names where name.hasSuffix(".swift") {
      let file = try CourseFile("\(folder)/wrong/\(name)")
      let sentence = try Self.header("mistake", in: file)
      let caught = try Self.header("caught by", in: file).split(separator: ",").map { String($0).trimmed }
      if let unknown = caught.first(where: { !checks.contains($0) }) {
        throw CourseMistake(file: file.path, line: 2, .unknownCheck(unknown, known: checks))
      }
      mistakes.append(
        KnownMistake(sentence: sentence, caughtBy: Set(caught), code: file.text, file: "wrong/\(name)"))
    }
    return mistakes
  }

  private static func header(_ field: String, in file: CourseFile) throws(CourseMistake) -> String {
    let start = "// \(field): "
    guard let line = file.lines.first(where: { $0.hasPrefix(start) }) else {
      throw CourseMistake(file: file.path, line: 1, .header(field: field))
    }
    return String(line.dropFirst(start.count)).trimmed
  }
}
