import Foundation
import Testing

@Suite("Survival of the worker's end")
struct SurvivalTests {
  @Test("a worker that is killed during a cell costs the values, and the report names them")
  func killedDuring() async throws {
    try await TestSession.with { session in
      await session.run("let x = 1\nvar names = [\"a\"]\nfunc twice(_ n: Int) -> Int { n * 2 }\nstruct P { var v = 3 }")
      let output = TestOutput()
      let cell = session.start("print(\"ready\")\nwhile true {}", output: output)
      try await output.waitForOutput("ready\n")
      await session.killWorker()
      let ran = await cell.value
      #expect(ran.report.contains("These values are lost: names, x"), "\(ran.report)")
      #expect(await session.run("twice(P().v)").value == "6")
      #expect(await session.run("x").report.contains("'x' has no value: the process that held it has ended"))
      await session.run("let x = 5")
      #expect(await session.run("twice(x)").value == "10")
    }
  }

  @Test("a worker that is killed between cells is told with the next cell")
  func killedBetween() async throws {
    try await TestSession.with { session in
      await session.run("let x = 1\nfunc one() -> Int { 1 }\nlet y = one()")
      await session.killWorker()
      let next = await session.run("one()")
      let told = next.report + next.notices.joined()
      #expect(told.contains("lost: x, y"), "\(told)")
      #expect(await session.run("one()").value == "1")
      #expect(await session.run("x").report.contains("has no value"))
      #expect(await session.run("let x = 2\nx").value == "2")
    }
  }

  @Test("a cell that kills its own process")
  func suicide() async throws {
    try await TestSession.with { session in
      await session.run("import Foundation\nlet x = 1")
      let ran = await session.run("kill(getpid(), SIGKILL)\nsleep(10)")
      #expect(ran.report.contains("lost: x"), "\(ran.report)")
      #expect(await session.run("1 + 1").value == "2")
    }
  }

  @Test("a corrupted heap costs no more than the values")
  func corruption() async throws {
    try await TestSession.with { session in
      await session.run("import Foundation\nlet x = 1")
      _ = await session.run(
        """
        for _ in 0..<100 {
          let p = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
          for i in -64..<256 { p[i] = 0x41 }
        }
        for i in 0..<1000 { free(malloc(i * 16)) }
        """)
      let next = await session.run("(0..<100).map { String($0) }.count")
      if !next.isSuccess { #expect(await session.run("(0..<100).map { String($0) }.count").value == "100") }
    }
  }

  @Test("a memory limit ends the cell, not the machine")
  func memory() async throws {
    try await TestSession.with(environment: ["GLASSBOX_MEMORY_LIMIT": "300M"]) { session in
      await session.run("let kept = [1, 2, 3]")
      let ran = await session.run(
        "var blocks: [[Int]] = []\nwhile true { blocks.append(Array(repeating: blocks.count, count: 100_000)) }")
      #expect(ran.failure != nil)
      #expect(ran.report.contains("emory"), "\(ran.report)")
      #expect(await session.run("kept").value == "[1, 2, 3]")
    }
  }

  @Test("shutting down ends the worker and what it has started")
  func shutdown() async throws {
    let session = try TestSession.makeSession()
    let output = TestOutput()
    _ = await session.execute(
      .init(
        number: 1,
        code: """
          import Foundation
          let p = Process()
          p.executableURL = URL(fileURLWithPath: "/bin/sleep")
          p.arguments = ["1000"]
          try p.run()
          print(p.processIdentifier)
          """), output: output)
    let child = try #require(pid_t(output.output(.standardOutput).trimmingCharacters(in: .whitespacesAndNewlines)))
    let worker = try #require(await session.workerProcess)
    await session.shutdown()
    let deadline = ContinuousClock.now + TestSession.patience
    for process in [worker, child] {
      while kill(process, 0) == 0, state(of: process) != "Z", ContinuousClock.now < deadline {
        try await Task.sleep(for: .milliseconds(5))
      }
      #expect(kill(process, 0) != 0 || state(of: process) == "Z")
    }
  }

  private func state(of process: pid_t) -> String {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return text.split(separator: ")").last?.split(separator: " ").first.map(String.init) ?? ""
  }
}
