import Foundation
import Testing

@testable import Interpreter

@Suite("Surroundings that are not as they should be")
struct SurroundingsTests {
  @Test("a compiler that is not there")
  func noCompiler() async throws {
    let folder = try TemporaryFolder()
    try await TestSession.with(toolchain: Toolchain(root: folder.path)) { session in
      let ran = await session.run("let x = 1")
      #expect(ran.report.contains("\(folder.path)/bin/swift-frontend"), "\(ran.report)")
    }
  }

  @Test("a worker that is not there")
  func noWorker() throws {
    #expect(throws: InterpreterError.missingPart("worker program", path: "/nonexistent/glassbox-worker")) {
      try Session(
        configuration: SessionConfiguration(
          toolchain: .located(), installation: Installation(folder: "/nonexistent")))
    }
  }

  @Test("a cache that cannot be made")
  func unusableCache() throws {
    let error = #expect(throws: InterpreterError.self) {
      try TestSession.makeSession(environment: ["GLASSBOX_CACHE": "/proc/nowhere"])
    }
    #expect(error.map { "\($0)".contains("/proc/nowhere") } == true, "\(String(describing: error))")
  }

  @Test("a full disk is named, and space brings the session back", .enabled(if: getuid() == 0, "mounting needs root"))
  func fullDisk() async throws {
    let folder = try TemporaryFolder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=64m") == 0 else { return }
    defer { umount(folder.path) }
    let filler = folder.path + "/filler"
    try await TestSession.with(environment: ["GLASSBOX_CACHE": folder.path]) { session in
      let first = await session.run("let x = 1")
      #expect(first.isSuccess, "\(first.report)")
      #expect(FileManager.default.createFile(atPath: filler, contents: nil))
      let handle = try #require(FileHandle(forWritingAtPath: filler))
      for size in [1 << 20, 4096] {
        while (try? handle.write(contentsOf: Data(count: size))) != nil {}
      }
      let full = await session.run("let y = x + 1\nprint(y)")
      #expect(full.report.contains("No space left") || full.report.contains("disk is full"), "\(full.report)")
      try handle.close()
      try FileManager.default.removeItem(atPath: filler)
      #expect(await session.run("x + 1").value == "2")
    }
  }

  @Test("a cache that has become unwritable is named", .enabled(if: getuid() == 0, "mounting needs root"))
  func readOnlyCache() async throws {
    let folder = try TemporaryFolder()
    guard mount("tmpfs", folder.path, "tmpfs", 0, "size=8m") == 0 else { return }
    defer { umount(folder.path) }
    try await TestSession.with(environment: ["GLASSBOX_CACHE": folder.path]) { session in
      #expect(await session.run("let x = 1").isSuccess)
      #expect(mount("tmpfs", folder.path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "size=8m") == 0)
      let ran = await session.run("let y = x + 1")
      #expect(ran.report.contains("Read-only file system"), "\(ran.report)")
      #expect(mount("tmpfs", folder.path, "tmpfs", UInt(MS_REMOUNT), "size=8m") == 0)
      #expect(await session.run("x + 1").value == "2")
    }
  }

  @Test("a cell of 1 MB")
  func longCell() async throws {
    try await TestSession.with { session in
      let comment = String(repeating: "// a line of a comment that is long\n", count: 30_000)
      #expect(await session.run(comment + "1 + 1").value == "2")
      let text = String(repeating: "x", count: 1_000_000)
      #expect(await session.run("\"\(text)\".count").value == "1000000")
    }
  }

  @Test(
    "deep nesting, odd bytes, line ends",
    arguments: [
      ("let a = 1\r\nlet b = a + 1\r\nprint(b)\r\n", "2\n"),
      ("\u{FEFF}print(3)", "3\n"),
      ("print(4)\n\u{0C}\nprint(5)", "4\n5\n"),
      ("/* /* */ { */ print(6) /* } */", "6\n"),
      ("   \n\t\n", ""),
    ])
  func oddText(code: String, output: String) async throws {
    try await TestSession.with { session in
      let ran = await session.run(code)
      #expect(ran.isSuccess, "\(ran.report)")
      #expect(ran.text == output)
    }
  }

  @Test("a NUL byte is named")
  func nulByte() async throws {
    try await TestSession.with { session in
      let ran = await session.run("let a = \u{0}1\nlet b = nope")
      #expect(ran.report.contains("Cell 1, line 2: cannot find 'nope'"), "\(ran.report)")
      #expect(await session.run("let a = \u{0}1").notices.contains { $0.contains("nul") })
      #expect(await session.run("a").value == "1")
    }
  }

  @Test(
    "text that is no Swift ends with a report, and the session goes on",
    arguments: [
      "print(\"a\u{0}b", String(repeating: "(", count: 20_000), String(repeating: "{", count: 20_000),
      String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000),
      String(repeating: "[", count: 30) + String(repeating: "]", count: 30), "🤷", "let let let", "#if os(Linux)",
      "\"\"\"\nunterminated", "/* never closed", "`", "\\", "@", "%%%", "import Nowhere",
    ])
  func noSwift(code: String) async throws {
    try await TestSession.with { session in
      await session.run("let kept = 1")
      let ran = await session.run(code)
      #expect(ran.failure != nil, "\(code.prefix(20)) \(ran.text)")
      #expect(!ran.report.isEmpty && ran.report.utf8.count < 100_000)
      #expect(await session.run("kept").value == "1")
    }
  }
}
