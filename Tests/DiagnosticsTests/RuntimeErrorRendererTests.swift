import Testing

@testable import Diagnostics

@Suite("The report of a run-time error")
struct RuntimeErrorRendererTests {
  private let sources = [
    "Cell9": SourceText(
      cell: 9, text: "func step(_ i: Int) {\n  // look ahead\n  do {\n    let next = tokens[i + 1]\n  }\n}\n\nstep(5)"),
    "Cell3": SourceText(cell: 3, text: "let tokens = [1, 2, 3, 4, 5]"),
  ]

  private func frame(_ function: String, _ line: Int, _ column: Int, file: String = "Cell9") -> RuntimeFrame {
    RuntimeFrame(function: function, location: DiagnosticLocation(file: file, line: line, column: column))
  }

  private func render(_ failure: RuntimeFailure, stateIsKept: Bool = true) -> String {
    RuntimeErrorRenderer(sources: sources, title: "Cell 9").render(failure, stateIsKept: stateIsKept).plain
  }

  @Test("shows the place, the callers and that nothing is lost") func aTrap() {
    let failure = RuntimeFailure(
      kind: .indexOutOfRange, reason: "Index out of range", frames: [frame("step(_:)", 4, 22), frame("", 8, 1)])
    #expect(
      render(failure) == """
        Cell 9, line 4: Index out of range
          4 |     let next = tokens[i + 1]
            |                      ^
          called from cell 9, line 8
          An array of `n` elements has the places 0 to n - 1. Ask `values.indices.contains(i)`, or walk with `for value in values`.
        Everything from earlier cells is still there.
        """)
  }

  @Test(
    "looks at the line to say what has happened there",
    arguments: [
      (RuntimeFailureKind.invalidRange, "for i in 0..<tokens.count - 1 {", "Is the collection empty"),
      (.invalidRange, "for i in 10..<0 {", "To count down"),
      (.indexOutOfRange, "print(x[-1])", "`values.last`"), (.indexOutOfRange, "print(x[3])", "places 0 to n - 1"),
    ])
  func lines(_ kind: RuntimeFailureKind, _ line: String, _ words: String) {
    let report = RuntimeErrorRenderer(sources: ["Cell1": SourceText(cell: 1, text: line)], title: "Cell 1")
      .render(RuntimeFailure(kind: kind, frames: [frame("", 1, 1, file: "Cell1")]))
    #expect(report.plain.contains(words))
  }

  @Test("breaks a long sentence between words for a notebook, and no line of code") func longSentence() {
    let reason = Array(repeating: "There is no vector for this word.", count: 5).joined(separator: " ")
    let report = RuntimeErrorRenderer(sources: sources, title: "Cell 9")
      .render(RuntimeFailure(kind: .fatalError, reason: reason, frames: [frame("step(_:)", 4, 22)]))
    let lines = report.colored.withoutColors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 96 })
    #expect(lines.contains("  4 |     let next = tokens[i + 1]"))
    #expect(
      lines.joined(separator: " ").split(separator: " ") == report.plain.split { $0 == " " || $0 == "\n" })
    #expect(report.plain.split(separator: "\n").contains { $0.count > 160 })
  }

  @Test("counts the rounds of a recursion") func recursion() {
    let round = [frame("ping(_:)", 4, 5), frame("pong(_:)", 2, 1)]
    let failure = RuntimeFailure(
      kind: .stackOverflow,
      frames: [frame("ping(_:)", 4, 5), frame("pong(_:)", 2, 1)]
        + (0..<5_230).flatMap { _ in round } + [frame("", 8, 1)])
    let report = render(failure)
    #expect(report.contains("\n  … the same 5,229 more times\n"))
    #expect(report.occurrences(of: "in ping(_:)") == 1)
    #expect(report.contains("\n  called from cell 9, line 8\n"))
  }

  @Test("counts the calls beyond the twelfth") func manyCalls() {
    let frames = (0..<40).map { frame("f\($0)()", $0 % 8 + 1, 1) }
    #expect(render(RuntimeFailure(kind: .other, frames: frames)).contains("\n  … and 27 more calls\n"))
  }

  @Test("leaves out frames of texts that are not the learner's") func foreignFrames() {
    let failure = RuntimeFailure(
      kind: .missingValue, frames: [frame("Swift.fail()", 10, 1, file: "stdlib.swift"), frame("f()", 4, 5)])
    #expect(render(failure).hasPrefix("Cell 9, line 4: Unexpectedly found nil"))
    #expect(!render(failure).contains("stdlib"))
  }

  @Test("says only what it knows") func noFrames() {
    #expect(
      render(RuntimeFailure(kind: .interrupted), stateIsKept: false) == "Cell 9: Interrupted")
  }

  @Test("keeps the lines of a long reason") func longReason() {
    let failure = RuntimeFailure(kind: .fatalError, reason: "Fatal error: boo\nhoo \u{1B}[1m")
    #expect(render(failure, stateIsKept: false) == "Cell 9: Fatal error: boo\n  hoo \u{241B}[1m")
  }

  @Test(
    "recognises the reason",
    arguments: [
      ("Index out of range", RuntimeFailureKind.indexOutOfRange),
      ("Array index is out of range", .indexOutOfRange),
      ("String index is out of bounds", .indexOutOfRange),
      ("Unexpectedly found nil while unwrapping an Optional value", .missingValue),
      ("Unexpectedly found nil while implicitly unwrapping an Optional value", .missingValue),
      ("arithmetic overflow", .arithmeticOverflow),
      ("Division by zero", .divisionByZero),
      ("Division by zero in remainder operation", .divisionByZero),
      ("Range requires lowerBound <= upperBound", .invalidRange),
      ("Not enough bits to represent the passed value", .unrepresentableValue),
      ("Negative value is not representable", .unrepresentableValue),
      ("Double value cannot be converted to Int because it is either infinite or NaN", .unrepresentableValue),
      ("Can't remove last element from an empty collection", .emptyCollection),
      ("Can't removeLast from an empty Array", .emptyCollection),
      ("Can't remove first element from an empty collection", .emptyCollection),
      ("type cast failed", .failedCast),
      ("Could not cast value of type 'Swift.Int' (0x1) to 'Swift.String' (0x2).", .failedCast),
      ("precondition failure", .failedPrecondition),
      ("Simultaneous accesses to 0x7f, but modification requires exclusive access.", .exclusivityViolation),
      ("Fatal error: boo", .fatalError),
      ("something new", .other),
    ])
  func kinds(_ reason: String, _ kind: RuntimeFailureKind) {
    #expect(RuntimeFailureKind(reason: reason) == kind)
  }
}
