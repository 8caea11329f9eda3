import Foundation
import Interpreter
import Synchronization
import Testing

/// Tests of Swift Testing that run against a session's cells.
@Suite("Checks against a session's cells", .serialized) struct CheckTests {
  private static let suite = """
    import Testing
    @Suite struct Checks {
      @Test func one() { #expect(answer() == 42) }
      @Test func two() { #expect(answer() > 41) }
    }
    """

  private func check(
    _ cells: [String], suite: String = suite, names: [String] = ["answer"], reserved: Set<String> = [],
    forbidden: Set<String> = [], limit: Duration = .seconds(20), after: [String] = []
  ) async throws -> (outcome: CheckOutcome, after: [RanCell]) {
    try await TestSession.with { session in
      for cell in cells { _ = await session.run(cell) }
      let request = CheckRequest(
        name: "Checks", text: suite, names: names, reservedNames: reserved, forbiddenWords: forbidden, timeLimit: limit)
      let outcome = await session.session.check(request, output: TestOutput())
      var ran: [RanCell] = []
      for cell in after { ran.append(await session.run(cell)) }
      return (outcome, ran)
    }
  }

  private func kinds(_ outcome: CheckOutcome) -> [String] {
    outcome.records.compactMap { record in
      let object = try? JSONSerialization.jsonObject(with: Data(record.utf8)) as? [String: Any]
      return (object?["payload"] as? [String: Any])?["kind"] as? String
    }
  }

  @Test("The records of all tests arrive, in order") func records() async throws {
    let (outcome, _) = try await check(["func answer() -> Int { 42 }"])
    guard case .finished = outcome.ending else {
      Issue.record("\(outcome.ending)")
      return
    }
    let kinds = kinds(outcome)
    #expect(kinds.filter { $0 == "function" }.count == 2 && kinds.last == "runEnded", "\(kinds)")
    #expect(!kinds.contains("issueRecorded"))
  }

  @Test("The newest declaration is what is tested; an issue is reported") func newest() async throws {
    let (outcome, _) = try await check(["func answer() -> Int { 42 }", "func answer() -> Int { 7 }"])
    #expect(kinds(outcome).filter { $0 == "issueRecorded" }.count == 2)
  }

  @Test("Tests that are compiled serve a changed body, and are compiled anew for a changed declaration")
  func reuse() async throws {
    let suite = Self.suite + "\n// \(UUID())\n"
    let first = try await check(["func answer() -> Int { 42 }"], suite: suite).outcome
    let changed = try await check(["func answer() -> Int { 7 }"], suite: suite).outcome
    let declared = try await check(["func answer() -> Int32 { 42 }"], suite: suite).outcome
    #expect([first, changed, declared].map(\.timings.isCached) == [false, true, false])
    #expect([first, changed, declared].map { kinds($0).count { $0 == "issueRecorded" } } == [0, 2, 0])
    #expect(kinds(declared).last == "runEnded")
  }

  @Test(
    "A trap, an endless loop and exit end the run and keep every value",
    arguments: ["[1][5]", "{ while true { print(1) } }()", "exit(3)"])
  func faults(fault: String) async throws {
    let (outcome, after) = try await check(
      ["import Foundation\nlet kept = [1, 2]", "func answer() -> Int { \(fault) }"], limit: .seconds(3),
      after: ["kept.count + 1"])
    switch outcome.ending {
    case .failed, .timedOut: break
    default: Issue.record("\(outcome.ending)")
    }
    #expect(kinds(outcome).contains("testStarted") && !kinds(outcome).contains("runEnded"))
    #expect(after.first?.value == "3")
  }

  @Test("A name that is not there is named, and so is one that would change the tests") func names() async throws {
    guard case .missing(names: ["answer"], _) = try await check(["let x = 1"]).outcome.ending else {
      Issue.record("it is not missed")
      return
    }
    let cells = ["enum Testing {}\nfunc answer() -> Int { 1 }"]
    guard case .clash(names: ["Testing"]) = try await check(cells, reserved: ["Testing"]).outcome.ending else {
      Issue.record("the reserved name is not seen")
      return
    }
    let reaching = ["import Glibc\nfunc answer() -> Int { dlsym(nil, \"x\") == nil ? 1 : 2 }"]
    guard case .clash(names: ["dlsym"]) = try await check(reaching, forbidden: ["dlsym"]).outcome.ending else {
      Issue.record("the forbidden word is not seen")
      return
    }
  }

  @Test("An operator that the tests use may not mean something else") func operators() async throws {
    let cells = ["func == (left: Int, right: Int) -> Bool { true }\nfunc answer() -> Int { 0 }"]
    guard case .clash(names: ["=="]) = try await check(cells).outcome.ending else {
      Issue.record("the operator is not seen")
      return
    }
  }

  @Test("What the learner calls like something in the tests does not reach them") func shadows() async throws {
    let suite = """
      import Testing
      @Suite struct Checks { @Test func one() { #expect(abs(-answer()) == 42) } }
      """
    let cells = ["func abs(_ x: Int) -> Int { 42 }", "func answer() -> Int { 0 }"]
    let (outcome, _) = try await check(cells, suite: suite)
    #expect(kinds(outcome).filter { $0 == "issueRecorded" }.count == 1, "\(outcome.ending)")
  }

  @Test("What does not fit is told in the compiler's words") func misfit() async throws {
    guard case .misfit(let messages) = try await check(["func answer() -> String { \"\" }"]).outcome.ending else {
      Issue.record("it fits")
      return
    }
    #expect(!messages.isEmpty)
  }

  @Test("Learners' own tests are not run, and made-up records are not taken") func foreign() async throws {
    let (outcome, _) = try await check([
      "import Testing\n@Test func mine() { Issue.record(\"mine\") }\nfunc answer() -> Int { print(\"{\\\"kind\\\":\\\"event\\\"}\"); return 42 }"
    ])
    #expect(!outcome.records.contains { $0.contains("mine") })
    #expect(kinds(outcome).filter { $0 == "function" }.count == 2)
  }
}
