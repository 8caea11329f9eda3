import Foundation
import Testing

/// Asks the compiler what it says to code that must not be compiled.
@Suite("The compiler finds wrong sizes, and names them") struct CompilerMessageTests {
  @Test(
    arguments: [
      ("let y = Matrix<2, 3>.zeros.matmul(Matrix<2, 3>.zeros)", ["'2'", "'3'"]),
      ("let y = Matrix<2, 3>.zeros + Matrix<3, 2>.zeros", ["Matrix<2, 3>", "Matrix<3, 2>"]),
      ("let model = Sized.Linear<3, 4>().then(Sized.Linear<5, 2>())", ["Features<4>", "Features<5>"]),
      (
        "let model = Sized.Linear<3, 4>().activated(by: relu).then(Sized.Linear<5, 2>())",
        ["Features<4>", "Features<5>"]
      ),
      ("func f(_ x: Sized.Features<3>) { _ = Sized.Linear<5, 2>()(Sized.Linear<3, 4>()(x)) }", ["'4'", "'5'"]),
    ])
  func message(code: String, sizes: [String]) throws {
    let report = try compile(code)
    #expect(report.contains("error:"))
    for size in sizes { #expect(report.contains(size), "\(report)") }
  }

  @Test("What fits is compiled")
  func fitting() throws {
    let report = try compile("let model = Sized.Linear<3, 4>().activated(by: relu).then(Sized.Linear<4, 2>())")
    #expect(report == "")
  }

  /// What the compiler says to a file with the code in it; only types are checked.
  private func compile(_ code: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "Code.swift")
    try "import NeuralNetworks\nimport SizedTensors\nimport Tensors\n\(code)\n".write(
      to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let products = try #require(Bundle.main.executableURL).deletingLastPathComponent()
    process.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-I", products.appending(path: "Modules").path, file.path,
    ]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let report = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: report, as: UTF8.self)
  }
}
