import Foundation
import Testing

/// The table of concepts names what is there.
@Suite("The page of concepts tells the truth") struct ConceptPageTests {
  private struct Row {
    let concept: String
    let module: String
    let names: [String]
    let links: [String]
    let suite: String
  }

  private static func rows() throws -> [Row] {
    let page = try String(
      contentsOf: DocumentationSource.root.appending(path: "Documentation/Concepts.md"), encoding: .utf8)
    return page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 8, cells[3].hasPrefix("`") else { return nil }
      return Row(
        concept: cells[1], module: cells[2],
        names: cells[3].split(separator: "`").map(String.init).filter { $0 != ", " },
        links: (cells[4] + cells[5]).matches(of: #/\]\(\.\.\/([^)]+)\)/#).map { String($0.1) }, suite: cells[6])
    }
  }

  /// All the Swift of a folder.
  private static func code(in folder: String) throws -> String {
    let url = DocumentationSource.root.appending(path: folder).resolvingSymlinksInPath()
    let files =
      FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return try files.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
      .joined(separator: "\n")
  }

  @Test("Every name is public in its module, every lesson and exercise is there, every suite runs")
  func rows() throws {
    let rows = try Self.rows()
    #expect(rows.count > 50)
    let tests = try Self.code(in: "Tests")
    for (module, rows) in Dictionary(grouping: rows, by: \.module) {
      let code = try Self.code(in: "Sources/\(module)")
      #expect(!code.isEmpty, "no module \(module)")
      for row in rows {
        #expect(!row.names.isEmpty)
        for name in row.names {
          let declaration = try Regex(
            "public (final |indirect )?(class|struct|enum|protocol|func|typealias) \(name)\\b")
          #expect(code.contains(declaration), "\(row.concept): \(name) in \(module)")
        }
        #expect(tests.contains("struct \(row.suite) {"), "\(row.concept): \(row.suite)")
        for link in row.links {
          let file = DocumentationSource.root.appending(path: link).path
          #expect(FileManager.default.fileExists(atPath: file), "\(row.concept): \(link)")
        }
      }
    }
  }

  @Test("Every lesson and every exercise is named")
  func everyLesson() throws {
    let page = try String(
      contentsOf: DocumentationSource.root.appending(path: "Documentation/Concepts.md"), encoding: .utf8)
    let lessons = try FileManager.default.contentsOfDirectory(
      atPath: DocumentationSource.root.appending(path: "Lessons").path)
    for lesson in lessons where !lesson.hasPrefix(".") {
      #expect(page.contains("Lessons/\(lesson)/"), "\(lesson)")
      let exercises = try FileManager.default.contentsOfDirectory(
        atPath: DocumentationSource.root.appending(path: "Exercises/\(lesson)").path)
      for exercise in exercises where !exercise.hasPrefix(".") {
        #expect(page.contains("Exercises/\(lesson)/\(exercise)/"), "\(exercise)")
      }
    }
  }
}
