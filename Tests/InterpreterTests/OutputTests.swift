import Testing

@Suite("Output and input")
struct OutputTests {
  @Test("standard output and standard error come in order, from Swift, C and children")
  func order() async throws {
    try await TestSession.with { session in
      let ran = await session.run(
        """
        import Foundation
        print("one")
        fputs("two\\n", stderr)
        print("three", terminator: "")
        print("", terminator: "\\r")
        FileHandle.standardError.write(Data("four\\n".utf8))
        puts("five")
        write(1, "six\\n", 4)
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", "echo seven"]
        try shell.run()
        shell.waitUntilExit()
        print("eight")
        """)
      #expect(ran.isSuccess, "\\(ran.report)")
      #expect(ran.text == "one\nthree\rfive\nsix\nseven\neight\n")
      #expect(ran.errorText == "two\nfour\n")
      var merged: [String] = []
      var last: String?
      for event in ran.output.events {
        guard case .text(let text, let stream) = event else { continue }
        if last == "\(stream)" { merged[merged.count - 1] += text } else { merged.append(text) }
        last = "\(stream)"
      }
      #expect(merged == ["one\n", "two\n", "three\r", "four\n", "five\nsix\nseven\neight\n"])
    }
  }

  @Test("a partial line comes before its cell's end")
  func live() async throws {
    try await TestSession.with { session in
      await session.run("import Foundation")
      let output = TestOutput()
      let cell = session.start("print(\"half\", terminator: \"\")\nwhile true { usleep(1000) }", output: output)
      try await output.waitForOutput("half")
      session.session.interrupt()
      #expect(await cell.value.text == "half")
    }
  }

  @Test("characters are never split")
  func characters() async throws {
    try await TestSession.with { session in
      let ran = await session.run(
        """
        import Foundation
        for byte in Array("né 🍎 👩‍👩‍👧\\n".utf8) {
          var byte = byte
          write(1, &byte, 1)
          usleep(3000)
        }
        """)
      #expect(ran.text == "né 🍎 👩‍👩‍👧\n")
      for case .text(let piece, _) in ran.output.events { #expect(!piece.unicodeScalars.contains("\u{FFFD}")) }
      #expect(
        await session.run("var bad: [UInt8] = [0x61, 0xFF, 0x62, 0x0A]\nwrite(1, &bad, 4);").text == "a\u{FFFD}b\n")
    }
  }

  @Test("output of a late thread goes to the cell that started it")
  func late() async throws {
    try await TestSession.with { session in
      await session.run(
        "import Foundation\nlet gate = DispatchSemaphore(value: 0)\nlet done = DispatchSemaphore(value: 0)")
      let first = await session.run("Thread { gate.wait(); print(\"late\"); fflush(stdout); done.signal() }.start()")
      #expect(first.text.isEmpty)
      let second = await session.run("gate.signal()\ndone.wait()\nprint(\"second\")")
      try await first.output.waitForOutput("late\n")
      #expect(second.text == "second\n")
    }
  }

  @Test("100 MB of output hurt nobody")
  func flood() async throws {
    try await TestSession.with { session in
      let ran = await session.run(
        "let line = String(repeating: \"x\", count: 999)\nfor _ in 0..<100_000 { print(line) }\nprint(\"end\")")
      #expect(ran.isSuccess)
      #expect(ran.text.utf8.count < 4_000_000)
      #expect(ran.notices.count == 1 && ran.notices[0].contains("more lines of output are hidden"), "\(ran.notices)")
      let shell = await session.run("!yes abcdefghijklmnopqrstuvwxyz | head -c 20000000")
      #expect(shell.text.utf8.count < 4_000_000)
      #expect(shell.notices.contains { $0.contains("hidden") }, "\(shell.notices)")
      #expect(await session.run("print(\"still here\")").text == "still here\n")
    }
  }

  @Test("readLine() asks, and ends at the end of input")
  func input() async throws {
    try await TestSession.with { session in
      let ran = await session.run(
        """
        print("Name? ", terminator: "")
        let name = readLine()
        print("Age? ", terminator: "")
        let age = readLine(strippingNewline: false)
        let none = readLine()
        print(name ?? "nil", age ?? "nil", none ?? "nil", separator: "|")
        """, replies: [.line("Ada 🍎"), .line("36")])
      #expect(ran.text.hasSuffix("Ada 🍎|36\n|nil\n"), "\(ran.text) \(ran.report)")
      #expect(ran.output.events.count { if case .question(_, isPassword: false) = $0 { true } else { false } } == 3)
    }
  }

  @Test("without anybody to ask, readLine() fails at once")
  func refused() async throws {
    try await TestSession.with { session in
      let ran = await session.run("let answer = readLine()", replies: [.refused], allowsInput: false)
      #expect(ran.failure != nil)
      #expect(ran.report.contains("Cell 1, line 1"), "\(ran.report)")
      let line = await session.run("answer")
      #expect(line.report.contains("'answer' has no value"), "\(line.report) \(line.value ?? "")")
    }
  }

  @Test("display, its handle, and progress")
  func display() async throws {
    try await TestSession.with { session in
      let ran = await session.run(
        """
        import Glassbox
        let handle = display(HTML("<b>one</b>"))
        handle.update(HTML("<b>two</b>"))
        for _ in progress(0..<3) {}
        Markdown("**x**")
        """)
      #expect(ran.isSuccess, "\(ran.report)")
      let kinds = ran.output.displays.compactMap { $0["kind"] as? String }
      #expect(kinds.starts(with: ["display", "update", "display"]), "\(kinds)")
      #expect(kinds.last == "result")
      let data = ran.output.displays.last?["data"] as? [String: any Sendable]
      #expect(data?["text/markdown"] as? String == "**x**", "\(ran.output.displays)")
    }
  }
}
