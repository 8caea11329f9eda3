import Foundation

/// The examples that the documentation shows, as lines of code.
struct DocumentationSource {
  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// All the tests of this folder, where each example stands as it stands in the documentation.
  static func tests() throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
      .joined(separator: "\n")
  }

  /// The lines of the examples in the documentation comments of a folder of sources: those indented by four spaces or
  /// more that follow an empty line. What is indented below a line of text belongs to a list.
  static func commentExamples(in folder: String) throws -> [String] {
    let sources = root.appending(path: "Sources/\(folder)")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    return try (files ?? []).filter { $0.pathExtension == "swift" }.flatMap { file in
      var mayBegin = false
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let line = line.drop { $0 == " " }
        let isExample = mayBegin && line.hasPrefix("///     ")
        mayBegin = isExample || line == "///"
        return isExample ? code(line.dropFirst(8)) : nil
      }
    }
  }

  /// The lines of a folder's examples that no test of this folder has.
  static func linesNotRun(in folder: String) throws -> [String] {
    let tests = try tests()
    let examples = try commentExamples(in: folder)
    return examples.isEmpty ? ["There are no examples in \(folder)."] : examples.filter { !tests.contains($0) }
  }

  /// The lines of the Swift blocks of a page.
  static func pageExamples(_ page: String) throws -> [String] {
    let text = try String(contentsOf: root.appending(path: "Documentation/\(page)"), encoding: .utf8)
    var isInside = false
    return text.split(separator: "\n").compactMap { line in
      if line.hasPrefix("```") {
        isInside = line == "```swift"
        return nil
      }
      return isInside ? code(line) : nil
    }
  }

  /// The line without the comment that tells its result.
  private static func code(_ line: Substring) -> String {
    let end = line.firstRange(of: "  //")?.lowerBound ?? line.endIndex
    return line[..<end].trimmingCharacters(in: .whitespaces)
  }
}
