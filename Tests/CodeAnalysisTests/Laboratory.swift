import FoundationEssentials
import Testing

@testable import CodeAnalysis

/// A helper of the real kind and a session with a compiled cell.
struct Laboratory {
  let toolchain: String
  let analyzer: CodeAnalyzer

  /// Starts with the helper that was built beside the tests.
  init(timeout: Duration = .seconds(120), idleTime: Duration = .seconds(600)) throws {
    toolchain = try #require(Self.toolchain, "The tests need a Swift toolchain on the path.")
    analyzer = CodeAnalyzer(
      executable: Self.helper, arguments: [toolchain], timeout: timeout, idleTime: idleTime)
  }

  static let helper: String = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "glassbox-analysis").path
  }()

  private static let toolchain: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let candidate = URL(filePath: String(folder)).appending(path: "swift-frontend").resolvingSymlinksInPath()
      if FileManager.default.isExecutableFile(atPath: candidate.path) {
        return candidate.deletingLastPathComponent().deletingLastPathComponent().path
      }
    }
    return nil
  }()

  /// A question about the place that `|` marks.
  static func query(_ marked: String, arguments: [String] = ["-module-name", "Cell9"]) -> SourceQuery {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    return SourceQuery(
      text: parts.joined(), offset: parts[0].utf8.count, arguments: arguments, sessionModulePrefix: "Cell")
  }

  func completions(_ marked: String, arguments: [String] = ["-module-name", "Cell9"]) async throws -> CompletionList {
    try await analyzer.completions(for: Self.query(marked, arguments: arguments))
  }

  func inspection(_ marked: String, arguments: [String] = ["-module-name", "Cell9"]) async throws -> Inspection? {
    try await analyzer.inspection(for: Self.query(marked, arguments: arguments))
  }

  /// Compiles a text as the module of an earlier cell and gives the folder that holds it to some work.
  func withModule(_ name: String, _ source: String, _ work: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "analysis-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "cell.swift").path
    try source.write(toFile: file, atomically: true, encoding: .utf8)
    let status = try Subprocess.run(
      "\(toolchain)/bin/swift-frontend",
      [
        "-frontend", "-c", "-primary-file", file, "-module-name", name, "-enable-testing", "-emit-module",
        "-emit-module-path", folder.appending(path: "\(name).swiftmodule").path,
        "-emit-module-doc-path", folder.appending(path: "\(name).swiftdoc").path,
        "-o", folder.appending(path: "cell.o").path,
      ])
    try #require(status == 0)
    try await work(folder.path)
  }
}
