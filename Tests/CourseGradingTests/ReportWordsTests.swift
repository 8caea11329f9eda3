import Course
import Testing

@testable import CourseGrading

@Suite("Reports outside of a notebook") struct ReportWordsTests {
  @Test("A terminal names code by its beginning, and not by a number that nobody sees") func terminal() {
    let report = """
      Cell 9, line 4: Index out of range
        4 |     let next = tokens[cell 9, line 2]
          |                ^
        called from cell 2, line 8, and cell 9, line 1
      Everything from earlier cells is still there.
      """
    #expect(
      ReportWords.of(code: 9, beginnings: [2: "func next() {"], report) == """
        Line 4: Index out of range
          4 |     let next = tokens[cell 9, line 2]
            |                ^
          called from line 8 of the code that begins with `func next() {`, and line 1
        All values of before are still there.
        """)
    #expect(ReportWords.of(code: 3, beginnings: [:], "Cell 3: expected expression") == "Expected expression")
    #expect(
      ReportWords.of(code: 3, beginnings: [:], "2 values still hold the Model of cell 1: a, b.")
        == "2 values still hold the Model of code that you have run: a, b.")
    #expect(
      ReportWords.of(code: 1, beginnings: [:], "  No. Shift-tab in the parentheses shows what it takes.") == "  No.")
  }

  @Test("A file is named by its name") func file() {
    #expect(
      ReportWords.of(
        file: "08.2.swift",
        "Cell 1, line 2: no\n  called from cell 1, line 7\nEverything from earlier cells is still there.")
        == "08.2.swift, line 2: no\n  called from 08.2.swift, line 7")
  }

  private func report(_ verdicts: [GradeReport.Verdict]) -> GradeReport {
    GradeReport(
      exercise: "08.2", title: "Mask",
      results: verdicts.map { .init(name: "a", title: "one", points: 1, verdict: $0, details: []) }, remarks: [],
      printed: (1...12).map { "line \($0)" }.joined(separator: "\n"), mistake: nil, afterword: "You have `mask` now.",
      hints: 3, seconds: 1)
  }

  @Test("The next hint has its number, what was printed is shown, what was not reached is explained") func hints() {
    let failed = report([.stopped, .notReached])
    #expect(failed.text(hintCommand: ":hint").contains("  3 hints:  :hint\n"))
    #expect(failed.text(hintCommand: ":hint", hintsShown: 1).contains("  Hint 2 of 3:  :hint\n"))
    #expect(failed.text(hintCommand: ":hint", hintsShown: 3).contains("You have seen all 3 hints."))
    #expect(failed.text(hintCommand: ":hint").contains("A check with - was not reached"))
    #expect(failed.text(hintCommand: ":hint").contains("    line 10\n    … and 2 lines more\n"))
    #expect(!failed.text().contains("line 10"))
    let passed = report([.passed])
    var long = passed
    long.afterword = "One\ntwo.\n\n```swift\na\nb\n```\n- c\n  d"
    #expect(long.text(width: 80).contains("\n\n  One two.\n  \n      a\n      b\n  - c d\n"), "\(long.text(width: 80))")
    #expect(passed.text().contains("You have `mask` now."))
    #expect(passed.text(isColored: true, width: 80).contains("You have \u{1B}[36mmask\u{1B}[0m now."))
  }
}
