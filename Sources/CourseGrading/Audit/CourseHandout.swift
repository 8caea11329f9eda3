import Course
import Foundation

/// A copy of a part of the course for learners: everything to read and to check with, and no solution.
public struct CourseHandout: Sendable {
  public let course: CourseFolder

  public init(_ course: CourseFolder) { self.course = course }

  /// Something in a handout gives a solution away.
  public struct Leak: Error, CustomStringConvertible {
    public var file: String
    public var line: String
    public var description: String { "\(file) holds a line of a solution: \(line)" }
  }

  /// Writes the handout of some lessons into a folder, which must be empty or not there.
  ///
  /// - Returns: The paths of the files, relative to the folder.
  public func write(lessons folders: [String], to target: String) throws -> [String] {
    let manager = FileManager.default
    if let names = try? manager.contentsOfDirectory(atPath: target), !names.isEmpty {
      throw CourseProblem.cannotWrite(path: target, reason: "the folder is not empty")
    }
    var files: [String: String] = [:]
    var exercises: [Exercise] = []
    for folder in folders {
      for language in course.languages(of: folder) {
        let lesson = try course.lesson(folder: folder, language: language)
        files["Lessons/\(folder)/lesson.\(language).md"] = try text(lesson.file)
        if language == "en" {
          for id in lesson.exercises { exercises.append(try course.exercise(id)) }
        }
        let audit = CourseAudit(course)
        let path = audit.notebookPath(folder, language).dropFirst(course.root.count + 1)
        files[String(path)] = try audit.notebookText(folder, language)
      }
    }
    for exercise in exercises {
      let folder = "Exercises/" + exercise.folder.dropFirst(course.exercisesFolder.count + 1)
      files["\(folder)/task.md"] = try text("\(exercise.folder)/task.md")
      files["\(folder)/hints.md"] = try text("\(exercise.folder)/hints.md")
      guard exercise.kind != .quiz else { continue }
      files["\(folder)/stub.swift"] = exercise.stub
      files["\(folder)/checks.swift"] = exercise.suite
      files["\(folder)/mistakes.txt"] = MistakeList.text(of: exercise.mistakes)
    }
    files["README.md"] = Self.readme(folders)
    for (file, text) in files {
      for exercise in exercises where exercise.kind != .quiz {
        if let line = SolutionLines(exercise).first(in: text) { throw Leak(file: file, line: line) }
      }
    }
    for (file, text) in files {
      let url = URL(fileURLWithPath: target).appending(path: file)
      try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return files.keys.sorted()
  }

  private func text(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CourseProblem.cannotRead(path: path, reason: "it is not there")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func readme(_ folders: [String]) -> String {
    """
    # Lessons \(folders.joined(separator: ", "))

    Open the notebooks in `Notebooks/` in JupyterLab with the kernel Swift (Glassbox), or read in a terminal:

        lesson --course .

    Check your work in a notebook with `%check`, in a terminal with `lesson check`. Hand in the notebook, or the Swift files
    of your exercises.

    """
  }
}
