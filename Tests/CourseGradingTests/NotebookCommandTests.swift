import Course
import CourseGrading
import Foundation
import Interpreter
import Testing

@Suite("Commands of the course in a notebook", .serialized) struct NotebookCommandTests {
  private func withSession(
    _ body: (_ run: (String) async -> (text: String, failure: CellFailure?)) async throws -> Void
  ) async throws {
    let folder = try Surroundings.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let session = try Session(
      configuration: CourseCommands.added(
        to: try Surroundings.configuration, course: Surroundings.smallCourse, work: WorkFolder(root: folder)))
    await session.start()
    var number = 0
    try await body { code in
      number += 1
      let output = CollectedOutput()
      let result = await session.execute(CellRequest(number: number, code: code), output: output)
      return (output.text, result.failure)
    }
    await session.shutdown()
  }

  @Test("%check grades what the cells declare, the newest first, and keeps every value") func check() async throws {
    try await withSession { run in
      #expect(await run("%check 90.1").text.contains("`double` is not there yet"))
      _ = await run("let kept = [1, 2, 3]\nfunc double(_ n: Int) -> Int { n == 3 ? kept[n] : n + n }")
      let crash = await run("%check 90.1")
      #expect(crash.failure == nil)
      #expect(crash.text.contains("1 of 4 points") && crash.text.contains("Index out of range"), "\(crash.text)")
      #expect(crash.text.contains("3 hints:  %hint 90.1"))
      #expect(await run("kept").text == "[1, 2, 3]\n")
      _ = await run("func double(_ n: Int) -> Int { n + n }")
      #expect(await run("%check 90.1").text.contains("4 of 4 points"))
      #expect(await run("%solution 90.1").text.contains("let sum = number + number"))
    }
  }

  @Test("%check with `points` ends in their number, and what the code prints stays out of it")
  func points() async throws {
    try await withSession { run in
      _ = await run(
        """
        func double(_ n: Int) -> Int {
          print("4")
          return n == 3 ? 6 : -1
        }
        """)
      let some = await run("%check 90.1 points")
      #expect(some.failure == nil)
      let lines = some.text.split(separator: "\n")
      #expect(lines.first?.hasSuffix("2 of 4 points") == true && lines.last == "2", "\(some.text)")
      #expect(!lines.contains("4"), "\(some.text)")
      _ = await run("func double(_ n: Int) -> Int { n + n }")
      #expect(await run("%check 90.1 points").text.hasSuffix("\n4\n"))
      #expect(await run("%check 90.2 points").text.hasSuffix("\n0\n"))
    }
  }

  @Test("%hint goes step by step, %solution waits for a pass") func hints() async throws {
    try await withSession { run in
      #expect(await run("%hint 90.1").text.hasPrefix("Hint 1 of 3"))
      #expect(await run("%hint 90.1").text.hasPrefix("Hint 2 of 3"))
      #expect(await run("%solution 90.1").text.contains("not passed"))
      #expect(await run("%solution 90.1 anyway").text.contains("let sum"))
      #expect(await run("%help check").text.contains("%check EXERCISE"))
    }
  }

  @Test("An exercise that does not exist is an error that names those that do") func unknown() async throws {
    try await withSession { run in
      #expect(await run("%check 90.7").failure?.message.contains("There are 90.1, 90.2.") == true)
      #expect(await run("%check").failure?.message.contains("%check 08.1") == true)
    }
  }

  @Test("The rich form says the same as the plain one") func html() async throws {
    let exercise = try Surroundings.smallCourse.exercise("90.1")
    let report = await WorkGrader(exercise, configuration: try Surroundings.configuration).grade(
      ["func double(_ n: Int) -> Int { n < 0 ? -n : n * n }"], name: "90.1.swift")
    let html = report.html(hintCommand: "%hint 90.1")
    for part in ["1 of 4 points", "FAIL", "three doubled is six", "expected 6   got 9"] {
      #expect(html.contains(part), "\(html)")
    }
  }
}
