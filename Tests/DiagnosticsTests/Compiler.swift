import FoundationEssentials
import Testing

@testable import Diagnostics

/// The compiler that is on the path, run on small texts.
enum Compiler {
  /// The toolchain's folder with `bin` and `lib`.
  static let toolchain: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      let candidate = URL(filePath: String(folder)).appending(path: "swift-frontend").resolvingSymlinksInPath()
      if FileManager.default.isExecutableFile(atPath: candidate.path) {
        return candidate.deletingLastPathComponent().deletingLastPathComponent().path
      }
    }
    return nil
  }()

  /// Compiles a text as a cell is compiled and returns the bytes of the diagnostics file.
  static func serializedDiagnostics(of source: String, file: String = "cell.swift") throws -> [UInt8] {
    try withFolder { folder in
      try source.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
      let diagnostics = folder.appending(path: "cell.dia")
      _ = try run(
        "swift-frontend",
        [
          "-frontend", "-c", "-primary-file", folder.appending(path: file).path, "-module-name", "Cell4", "-O",
          "-o", folder.appending(path: "cell.o").path, "-serialize-diagnostics-path", diagnostics.path,
        ])
      return Array(try Data(contentsOf: diagnostics))
    }
  }

  /// Compiles a text and returns its diagnostics with `cell.swift` as the file's name.
  static func diagnostics(of source: String) throws -> [Diagnostic] {
    try SerializedDiagnostics.diagnostics(in: serializedDiagnostics(of: source)).map { diagnostic in
      diagnostic.mapped { place in
        var place = place
        if let name = place.file.split(separator: "/").last { place.file = String(name) }
        return place
      }
    }
  }

  /// Compiles a text and returns the report that a learner sees.
  static func report(of source: String) throws -> String {
    DiagnosticRenderer(sources: ["cell.swift": SourceText(cell: 4, text: source)], title: "Cell 4")
      .render(try diagnostics(of: source)).plain
  }

  /// Runs a tool of the toolchain.
  static func run(_ tool: String, _ arguments: [String]) throws -> ToolRun {
    let toolchain = try #require(toolchain, "The tests need a Swift toolchain on the path.")
    return try ToolRun.run(
      "\(toolchain)/bin/\(tool)", arguments, timeout: .seconds(120), greatestOutput: 64 << 20)
  }

  /// Gives a folder of its own to some work and removes it afterwards.
  static func withFolder<Result>(_ work: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "diagnostics-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try work(folder)
  }
}
