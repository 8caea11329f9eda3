import Foundation
import Testing
import WorkerProtocol

@Suite struct OutputTests {
  @Test func bothStreamsArriveInTheOrderOfWriting() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    let cell = try compiler.compile(
      1,
      """
      print("one")
      fputs("two\\n", stderr)
      print("three", terminator: "")
      FileHandle.standardError.write(Data("four\\n".utf8))
      _ = "five\\n".withCString { write(1, $0, 5) }
      system("echo six; echo seven 1>&2")
      print("eight")
      """, packages: ["Foundation"])
    #expect(
      try worker.run(cell).transcript == "one\n[err]two\nthree[err]four\nfive\nsix\n[err]seven\neight\n")
  }

  @Test func aCharacterIsNeverCutAndBadBytesAreReplaced() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    let cell = try compiler.compile(
      1,
      """
      let smile: [UInt8] = Array("😀".utf8)
      for byte in smile { var b = byte; _ = write(1, &b, 1); usleep(30_000) }
      let bad: [UInt8] = [0x41, 0xFF, 0x42]
      _ = write(1, bad, 3)
      """, packages: ["Foundation"])
    let report = try worker.run(cell)
    #expect(report.text() == "😀A\u{FFFD}B")
  }

  @Test func partialLinesArriveWhileTheCellRuns() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    try worker.send(
      .run(try compiler.compile(1, "print(\"10 %\\r\", terminator: \"\")\nsleep(100)", packages: ["Foundation"])))
    let events = try worker.events { if case .output = $0 { true } else { false } }
    #expect(events.last == .output(run: 1, stream: .standardOutput, text: "10 %\r"))
    try worker.send(.interrupt(run: 1))
    #expect(try worker.report(of: 1).isInterrupted)
  }

  @Test func outputBeyondTheLimitIsCountedNotSent() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    var cell = try compiler.compile(
      1, "let line = String(repeating: \"x\", count: 99)\nfor _ in 0..<1_000_000 { print(line) }")
    cell.outputLimit = 10_000
    let report = try worker.run(cell)
    #expect(report.text().utf8.count == 10_000)
    #expect(report.outcome.hiddenLines == 999_900)
    #expect(report.outcome.hiddenBytes == 99_990_000)
  }

  @Test func lateOutputBelongsToTheCellThatStartedIt() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    let late = try compiler.compile(
      1,
      """
      Task { try await Task.sleep(nanoseconds: 200_000_000); print("from a task") }
      Thread.detachNewThread { usleep(200_000); print("from a thread") }
      DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { print("from a queue") }
      """, packages: ["Foundation"])
    let other = try compiler.compile(2, "usleep(600_000)\nprint(\"from the second cell\")", packages: ["Foundation"])
    _ = try worker.run(late)
    let report = try worker.run(other)
    let owners = report.events.reduce(into: [String: Int]()) { owners, event in
      guard case .output(let run, _, let text) = event else { return }
      for line in text.split(separator: "\n") { owners[String(line)] = run }
    }
    #expect(
      owners == ["from a task": 1, "from a thread": 1, "from a queue": 1, "from the second cell": 2])
  }
}
