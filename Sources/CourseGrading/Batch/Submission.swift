import Course
import Foundation
import NotebookFormat

/// What one student has handed in: the work for each exercise, as far as it can be found.
public struct Submission: Sendable {
  /// The name of the folder or file.
  public var student: String
  /// The pieces of code for each exercise, in order; a notebook brings several.
  public var work: [String: [String]]
  /// Things about the files that the student should know.
  public var remarks: [String]

  /// The most bytes that a file of code may have.
  private static let mostBytes = 1_000_000

  /// All submissions in a folder: a folder for each student, or a notebook for each.
  public static func all(in folder: String, exercises: [Exercise]) -> [Submission] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return names.filter { !$0.hasPrefix(".") }.compactMap { name in
      let path = "\(folder)/\(name)"
      switch kind(of: path) {
      case .folder: return Submission(student: name, folder: path, exercises: exercises)
      case .file where name.hasSuffix(".ipynb"):
        var submission = Submission(student: String(name.dropLast(6)), work: [:], remarks: [])
        submission.read(notebook: path, exercises: exercises)
        return submission
      default: return nil
      }
    }
  }

  private init(student: String, work: [String: [String]], remarks: [String]) {
    self.student = student
    self.work = work
    self.remarks = remarks
  }

  private init(student: String, folder: String, exercises: [Exercise]) {
    self.init(student: student, work: [:], remarks: [])
    let files = Self.files(in: folder)
    for path in files.sorted() where path.hasSuffix(".ipynb") { read(notebook: path, exercises: exercises) }
    for exercise in exercises {
      guard let path = files.first(where: { $0.hasSuffix("/\(exercise.id).swift") }) else { continue }
      guard let data = FileManager.default.contents(atPath: path), data.count <= Self.mostBytes else {
        remarks.append("\(exercise.id).swift cannot be read, or has more than \(Self.mostBytes) bytes.")
        continue
      }
      work[exercise.id] = [String(decoding: data, as: UTF8.self)]
    }
    if files.contains(where: { $0.hasSuffix("/checks.swift") || $0.hasSuffix("/task.md") }) {
      remarks.append("There are files of checks in this folder. They were not used: the course's own were.")
    }
  }

  /// Takes the cells of the exercises out of a notebook, by their ids. Cells above them come along: an exercise may build
  /// on what they declare.
  private mutating func read(notebook path: String, exercises: [Exercise]) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let data = FileManager.default.contents(atPath: path) else {
      remarks.append("\(name) cannot be read.")
      return
    }
    let notebook: Notebook
    do { notebook = try Notebook(reading: data) } catch {
      remarks.append("\(name): \(error)")
      return
    }
    for exercise in exercises {
      let cells = notebook.cells.filter { $0.kind == .code && $0.id == exercise.cellID }
      guard let cell = cells.last else {
        if let stray = Self.strayCell(of: exercise, in: notebook) {
          work[exercise.id] = [stray.source]
          remarks.append(
            "\(name): the cell of \(exercise.id) has lost its id; the last one that declares \(exercise.names.joined(separator: ", ")) was graded."
          )
        }
        continue
      }
      if cells.count > 1 {
        remarks.append("\(name): there are \(cells.count) cells for \(exercise.id); the last was graded.")
      }
      work[exercise.id] = [cell.source]
    }
  }

  /// A cell that was pasted and got another id: the last one that declares what the exercise asks for.
  private static func strayCell(of exercise: Exercise, in notebook: Notebook) -> NotebookCell? {
    notebook.cells.last { cell in
      cell.kind == .code
        && exercise.names.allSatisfy { cell.source.contains("func \($0)") || cell.source.contains("let \($0)") }
    }
  }

  // MARK: Files

  private enum Kind { case folder, file, other }

  /// What lies at a path; a link is neither file nor folder, so that none leads out of the submission.
  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  private static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.prefix(10_000).map { "\(folder)/\($0)" }.filter { kind(of: $0) == .file }
  }
}
