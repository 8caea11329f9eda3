import Testing

@testable import Diagnostics

@Suite("A diagnostic that is moved to another text")
struct DiagnosticMappingTests {
  private func place(_ line: Int, _ column: Int) -> DiagnosticLocation {
    DiagnosticLocation(file: "a", line: line, column: column)
  }

  @Test("moves with everything that belongs to it") func moves() {
    let range = DiagnosticRange(start: place(5, 1), end: place(5, 3))
    let note = Diagnostic(severity: .note, message: "n", location: place(6, 1))
    let diagnostic = Diagnostic(
      severity: .error, message: "e", location: place(5, 1), ranges: [range],
      fixIts: [FixIt(range: range, replacement: "x")], notes: [note])
    let moved = diagnostic.mapped { DiagnosticLocation(file: "b", line: $0.line - 4, column: $0.column) }
    #expect(moved.location == DiagnosticLocation(file: "b", line: 1, column: 1))
    #expect(moved.ranges.first?.end == DiagnosticLocation(file: "b", line: 1, column: 3))
    #expect(moved.fixIts.first?.range.start == DiagnosticLocation(file: "b", line: 1, column: 1))
    #expect(moved.notes.first?.location == DiagnosticLocation(file: "b", line: 2, column: 1))
  }

  @Test("loses the places that do not exist there, and fix-its as a whole") func loses() {
    let lost = DiagnosticRange(start: place(1, 1), end: place(1, 3))
    let kept = DiagnosticRange(start: place(2, 1), end: place(2, 3))
    let diagnostic = Diagnostic(
      severity: .error, message: "e", location: place(1, 1), ranges: [lost, kept],
      fixIts: [FixIt(range: lost, replacement: "x"), FixIt(range: kept, replacement: "y")])
    let moved = diagnostic.mapped { $0.line == 1 ? nil : $0 }
    #expect(moved.location == nil)
    #expect(moved.ranges == [kept])
    #expect(moved.fixIts.isEmpty)
  }
}
