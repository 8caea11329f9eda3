import Course
import Foundation
import Interpreter
import NotebookFormat

/// Looks at the whole course: what is written, what is generated, and what runs.
public struct CourseAudit: Sendable {
  public let course: CourseFolder

  public init(_ course: CourseFolder) { self.course = course }

  /// What can be found without running anything.
  public func findings() -> [CourseFinding] {
    var findings: [CourseFinding] = []
    var owners: [String: String] = [:]
    for id in course.exerciseIDs {
      do throws(CourseMistake) { _ = try course.exercise(id) } catch { findings.append(Self.finding(error)) }
    }
    for folder in course.lessonFolders {
      do throws(CourseMistake) {
        let languages = course.languages(of: folder)
        guard let first = languages.first else {
          throw CourseMistake(file: "\(course.lessonsFolder)/\(folder)", line: 1, .missingFile("lesson.en.md"))
        }
        let lesson = try course.lesson(folder: folder, language: first)
        for id in lesson.exercises {
          let exercise = try course.exercise(id)
          let text = lesson.code.map(\.text).joined(separator: "\n")
          if exercise.kind != .quiz, let line = SolutionLines(exercise).first(in: text) {
            findings.append(CourseFinding(lesson.file, "gives away a line of the solution of \(id): \(line)"))
          }
          if let other = owners.updateValue(folder, forKey: id) {
            findings.append(CourseFinding(id, "is an exercise of \(other) and of \(folder)"))
          }
        }
        for language in languages.dropFirst() {
          let other = try course.lesson(folder: folder, language: language)
          if let (ours, theirs) = LessonStructure(lesson).difference(from: LessonStructure(other)) {
            findings.append(CourseFinding(other.file, "where \(first) has\n\(ours)\n\(language) has\n\(theirs)"))
          }
        }
        for language in languages { findings += try notebookFindings(folder, language) }
      } catch { findings.append(Self.finding(error)) }
    }
    for id in course.exerciseIDs where owners[id] == nil {
      findings.append(CourseFinding(id, "no lesson leads to this exercise; write a line `exercise: \(id)`"))
    }
    return findings
  }

  /// Runs every exercise with all that belongs to it, a few at a time.
  ///
  /// - Parameter onDone: Hears of each exercise as it is done, in any order.
  public func exerciseFindings(
    _ ids: [String], configuration: SessionConfiguration, jobs: Int,
    onDone: @Sendable (_ id: String, _ findings: [CourseFinding]) -> Void = { _, _ in }
  ) async -> [CourseFinding] {
    await withTaskGroup(of: (String, [CourseFinding]).self) { group in
      var waiting = ids.compactMap { try? course.exercise($0) }.makeIterator()
      func startNext() {
        guard let exercise = waiting.next() else { return }
        group.addTask { (exercise.id, await ExerciseAudit(exercise, configuration: configuration).findings()) }
      }
      for _ in 0..<max(1, jobs) { startNext() }
      var findings: [CourseFinding] = []
      for await (id, new) in group {
        onDone(id, new)
        findings += new
        startNext()
      }
      return findings.sorted { $0.place < $1.place }
    }
  }

  /// The path of the notebook of a lesson.
  public func notebookPath(_ folder: String, _ language: String) -> String {
    course.notebooksFolder + (language == "en" ? "" : "/\(language)") + "/\(folder).ipynb"
  }

  /// The bytes that a lesson's notebook must have.
  public func notebookText(_ folder: String, _ language: String) throws(CourseMistake) -> String {
    try course.lesson(folder: folder, language: language).notebook { id throws(CourseMistake) in
      try course.exercise(id)
    }.text
  }

  /// Writes the notebooks anew.
  ///
  /// - Returns: The paths of those that have changed.
  public func writeNotebooks() throws -> [String] {
    var written: [String] = []
    for folder in course.lessonFolders {
      for language in course.languages(of: folder) {
        let path = notebookPath(folder, language)
        let text = try notebookText(folder, language)
        guard FileManager.default.contents(atPath: path).map({ String(decoding: $0, as: UTF8.self) }) != text else {
          continue
        }
        let url = URL(fileURLWithPath: path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url, options: .atomic)
        written.append(path)
      }
    }
    return written
  }

  private func notebookFindings(_ folder: String, _ language: String) throws(CourseMistake) -> [CourseFinding] {
    let path = notebookPath(folder, language)
    let text = try notebookText(folder, language)
    let found = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    return found == text
      ? [] : [CourseFinding(path, "is not what the lesson says; `lesson check-course --write` writes it anew")]
  }

  private static func finding(_ mistake: CourseMistake) -> CourseFinding {
    CourseFinding("course", "\(mistake)")
  }
}
