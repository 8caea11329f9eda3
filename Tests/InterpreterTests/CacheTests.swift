import Foundation
import Testing

@Suite("The cache of compiled cells")
struct CacheTests {
  @Test("a cell that is run again is not compiled again")
  func again() async throws {
    try await TestSession.with { session in
      await session.run("var n = 0")
      #expect(await session.run("n += 1\nprint(n)").result.timings.isCached == false)
      let again = await session.run("n += 1\nprint(n)")
      #expect(again.result.timings.isCached && again.text == "2\n")
      await session.run("var n = 10.0")
      let other = await session.run("n += 1\nprint(n)")
      #expect(other.result.timings.isCached == false && other.text == "11.0\n")
    }
  }

  @Test("a restarted session with the same cells finds them compiled")
  func restart() async throws {
    let cache = try TemporaryFolder()
    let cells = [
      "import Foundation", "struct P { var x = 2 }\nlet p = P()", "extension P { var y: Int { x * 2 } }",
      "print(p.y, sqrt(4.0))",
    ]
    for isSecond in [false, true] {
      try await TestSession.with(environment: ["GLASSBOX_CACHE": cache.path]) { session in
        for cell in cells {
          let ran = await session.run(cell)
          #expect(ran.isSuccess && ran.result.timings.isCached == isSecond, "\(cell) \(ran.report)")
          if cell.hasPrefix("print") { #expect(ran.text == "4 2.0\n") }
        }
      }
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: cache.path).contains { $0.contains("work-") } == false)
  }

  @Test("the next cell is compiled while one runs")
  func ahead() async throws {
    try await TestSession.with { session in
      await session.run("import Foundation\nlet gate = DispatchSemaphore(value: 0)")
      let output = TestOutput()
      let running = session.start("let early = 20\nprint(\"ready\")\ngate.wait()", output: output)
      try await output.waitForOutput("ready\n")
      await session.session.prepare("let sum = early + 1\nprint(sum)", number: 3)
      session.session.interrupt()
      _ = await running.value
      #expect(await session.run("let sum = early + 1\nprint(sum)").text == "21\n")
    }
  }

  @Test("a cell that was compiled ahead is taken from the cache")
  func aheadIsUsed() async throws {
    try await TestSession.with { session in
      await session.run("import Foundation")
      let output = TestOutput()
      let running = session.start("let early = 20\nprint(\"ready\")\nusleep(1_500_000)", output: output)
      try await output.waitForOutput("ready\n")
      await session.session.prepare("let total = early + 1\nprint(total)", number: 3)
      #expect(await running.value.isSuccess)
      let next = await session.run("let total = early + 1\nprint(total)")
      #expect(next.text == "21\n" && next.result.timings.isCached, "\(next.report)")
    }
  }

  @Test("two sessions share a cache")
  func shared() async throws {
    let cache = try TemporaryFolder()
    try await TestSession.with(environment: ["GLASSBOX_CACHE": cache.path]) { first in
      let other = try TestSession.makeSession(environment: ["GLASSBOX_CACHE": cache.path])
      let outputs = (TestOutput(), TestOutput())
      async let one = first.session.execute(.init(number: 1, code: "print(\"same cell\")"), output: outputs.0)
      async let two = other.execute(.init(number: 1, code: "print(\"same cell\")"), output: outputs.1)
      let results = await (one, two)
      #expect(results.0.failure == nil && results.1.failure == nil)
      #expect(outputs.0.output(.standardOutput) == "same cell\n" && outputs.1.output(.standardOutput) == "same cell\n")
      await other.shutdown()
    }
  }
}
