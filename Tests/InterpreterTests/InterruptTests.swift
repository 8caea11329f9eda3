import Testing

@Suite("Interrupts")
struct InterruptTests {
  struct Work: Sendable, CustomTestStringConvertible {
    var name: String
    var code: String
    /// What the cell prints when it is in the middle of its work.
    var sign = "ready\n"
    var testDescription: String { name }
  }

  @Test(
    "an interrupt ends the cell and keeps everything",
    arguments: [
      Work(name: "a busy loop", code: "print(\"ready\")\nvar n = 0\nwhile true { n &+= 1 }"),
      Work(name: "a loop that allocates", code: "print(\"ready\")\nwhile true { kept = kept.map { $0 &+ 1 } }"),
      Work(name: "a loop that prints", code: "while true { print(\"ready\") }"),
      Work(name: "sleep", code: "print(\"ready\")\nsleep(100)"),
      Work(name: "Thread.sleep", code: "print(\"ready\")\nThread.sleep(forTimeInterval: 100)"),
      Work(name: "await", code: "print(\"ready\")\ntry await Task.sleep(nanoseconds: 100_000_000_000)"),
      Work(
        name: "a task that never looks up",
        code: "print(\"ready\")\nlet task = Task { while true {} }\nawait task.value"),
      Work(name: "a semaphore", code: "print(\"ready\")\nDispatchSemaphore(value: 0).wait()"),
      Work(name: "a shell command", code: "!echo ready; sleep 100"),
      Work(name: "a shell script", code: "%%bash\necho ready\nsleep 100"),
      Work(
        name: "a child process",
        code:
          "print(\"ready\")\nlet p = Process()\np.executableURL = URL(fileURLWithPath: \"/bin/sleep\")\np.arguments = [\"100\"]\ntry p.run()\np.waitUntilExit()"
      ),
    ])
  func interrupt(work: Work) async throws {
    try await TestSession.with { session in
      await session.run("import Foundation\nvar kept = [1, 2, 3]")
      let output = TestOutput()
      let cell = session.start(work.code, output: output)
      try await output.waitForOutput(work.sign)
      session.session.interrupt()
      let ran = await cell.value
      #expect(ran.isInterrupted, "\(ran.report)")
      #expect(ran.failure?.name == "KeyboardInterrupt")
      #expect(await session.run("kept.count").value == "3")
    }
  }

  @Test("an interrupt ends the question of readLine()")
  func question() async throws {
    try await TestSession.with { session in
      await session.run("let kept = 1")
      let output = TestOutput(isSilent: true)
      let cell = session.start("let line = readLine()", output: output)
      try await output.waitForQuestion()
      session.session.interrupt()
      #expect(await cell.value.isInterrupted)
      #expect(await session.run("kept").value == "1")
    }
  }

  @Test("an interrupt ends a compilation")
  func compilation() async throws {
    try await TestSession.with { session in
      await session.run("let kept = 1")
      let terms = (1...300).map { "String(\($0)) + \"a\" + (\($0) > 3 ? \"b\" : \"c\")" }.joined(separator: "\n")
      let functions = (1...3000).map { n in
        "func f\(n)(_ x: Int) -> Int { var t = x; for i in 0..<x { t += [i, \(n)].map { $0 * i }.reduce(0, +) }; return t }"
      }
      let cell = session.start(functions.joined(separator: "\n") + "\n" + terms)
      try await Task.sleep(for: .milliseconds(300))
      session.session.interrupt()
      let ran = await cell.value
      #expect(ran.isInterrupted, "\(ran.report.prefix(300))")
      #expect(ran.report.contains("compilation"), "\(ran.report.prefix(300))")
      #expect(await session.run("kept").value == "1")
    }
  }

  @Test("an interrupt while nothing runs is forgotten")
  func idle() async throws {
    try await TestSession.with { session in
      await session.run("let kept = 1")
      session.session.interrupt()
      #expect(await session.run("kept").value == "1")
    }
  }

  @Test("interrupts at random moments lose nothing")
  func random() async throws {
    try await TestSession.with { session in
      await session.run("var table: [Int: [String]] = [:]\nvar rounds = 0\nlet constant = (0..<1000).map { $0 * $0 }")
      for _ in 0..<30 {
        let cell = session.start(
          "rounds += 1\nwhile true { table[rounds % 50, default: []].append(String(rounds)); if table.count > 40 { table = [:] }; rounds += 1 }"
        )
        try await Task.sleep(for: .microseconds(Int.random(in: 0...20_000)))
        session.session.interrupt()
        let ran = await cell.value
        #expect(ran.isInterrupted || ran.number == 2, "\(ran.report)")
        #expect(await session.run("constant.reduce(0, +) + table.count * 0").value == "332833500")
      }
    }
  }
}
