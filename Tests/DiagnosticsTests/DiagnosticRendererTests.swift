import Testing

@testable import Diagnostics

@Suite("The report of compiler errors")
struct DiagnosticRendererTests {
  @Test("points at the name and offers the change") func assignmentToAConstant() throws {
    let report = try Compiler.report(of: "let loss = 1\nloss = 0\n")
    #expect(
      report == """
        Cell 4, line 2: cannot assign to value: 'loss' is a 'let' constant
          2 | loss = 0
            | ^~~~
          did you mean: var loss = 1   (line 1)
          `let` names a value once and for all. Use `var` for one that changes.
        """)
  }

  @Test("names the other cell in which the change belongs") func aNoteInAnotherCell() {
    let note = Diagnostic(
      severity: .note, message: "change 'let' to 'var' to make it mutable", location: place("Cell3", 1, 1),
      fixIts: [FixIt(range: range("Cell3", 1, 1, 4), replacement: "var")])
    let error = Diagnostic(
      severity: .error, message: "cannot assign to value: 'loss' is a 'let' constant", location: place("Cell4", 2, 1),
      notes: [note])
    let sources = [
      "Cell3": SourceText(cell: 3, text: "let loss = 1"), "Cell4": SourceText(cell: 4, text: "// try\nloss = 0"),
    ]
    #expect(
      DiagnosticRenderer(sources: sources, title: "Cell 4").render([error]).plain == """
        Cell 4, line 2: cannot assign to value: 'loss' is a 'let' constant
          2 | loss = 0
            | ^~~~
          did you mean: var loss = 1   (cell 3, line 1)
          `let` names a value once and for all. Use `var` for one that changes.
        """)
  }

  @Test(
    "puts the caret under what it means, whatever stands before it",
    arguments: [
      ("print(\"👨‍👩‍👧‍👦🇩🇪\", nothing)", "    |               ^~~~~~~"),
      ("print(\"漢字\", nothing)", "    |               ^~~~~~~"),
      ("print(\"e\u{301}\", nothing)", "    |            ^~~~~~~"),
      ("\tprint(nothing)", "    |           ^~~~~~~"),
      ("let 名前 = nothing", "    |            ^~~~~~~"),
    ])
  func caret(_ line: String, _ marks: String) throws {
    let report = try Compiler.report(of: line + "\n")
    #expect(report.split(separator: "\n").dropFirst(2).first.map(String.init) == marks)
  }

  @Test("shows all errors in the order of the text") func allErrors() throws {
    let report = try Compiler.report(of: "print(b)\nprint(a)\nlet x: Int = \"\"\n")
    let headlines = report.split(separator: "\n").filter { $0.hasPrefix("Cell 4") }
    #expect(
      headlines == [
        "Cell 4, line 1: cannot find 'b' in scope", "Cell 4, line 2: cannot find 'a' in scope",
        "Cell 4, line 3: cannot convert value of type 'String' to specified type 'Int'",
      ])
  }

  @Test("explains each sort of mistake once") func oneExplanation() throws {
    let report = try Compiler.report(of: "let a = Int(\"1\")\nprint(a + 1)\nprint(a + 2)\n")
    #expect(report.occurrences(of: "Give a default with `??`") == 1)
    #expect(report.occurrences(of: "must be unwrapped") == 2)
  }

  @Test("counts what is beyond the twentieth") func cap() {
    let errors = (1...27).map {
      Diagnostic(severity: .error, message: "error \($0)", location: place("Cell4", $0, 1))
    }
    let source = SourceText(cell: 4, text: String(repeating: "x\n", count: 30))
    let report = DiagnosticRenderer(sources: ["Cell4": source], title: "Cell 4").render(errors).plain
    #expect(report.hasSuffix("\nand 7 more"))
    #expect(report.contains("error 20"))
    #expect(!report.contains("error 21"))
  }

  @Test("says nothing twice") func duplicates() {
    let error = Diagnostic(severity: .error, message: "wrong", location: place("Cell4", 1, 1))
    let source = SourceText(cell: 4, text: "x")
    let report = DiagnosticRenderer(sources: ["Cell4": source], title: "Cell 4").render([error, error]).plain
    #expect(report.occurrences(of: "wrong") == 1)
  }

  @Test("says warning for a warning, and leaves out those that an error in the same line causes") func warnings() throws
  {
    let lone = try Compiler.report(of: "func f() -> Int { 3 }\nf()\n")
    #expect(lone.hasPrefix("Cell 4, line 2: warning: result of call to 'f()' is unused\n  2 | f()\n    | ^~~\n"))
    #expect(try !Compiler.report(of: "let a = 1 +2\n").contains("warning"))
  }

  @Test("needs no place") func noPlace() {
    let error = Diagnostic(severity: .error, message: "no such module")
    #expect(DiagnosticRenderer(sources: [:], title: "Cell 4").render([error]).plain == "Cell 4: no such module")
  }

  @Test("survives places that are not in the text") func impossiblePlaces() {
    var error = Diagnostic(severity: .error, message: "wrong", location: place("Cell4", 1, 900))
    error.ranges = [range("Cell4", 1, 800, 2), range("Cell4", 7, 1, 2)]
    error.fixIts = [FixIt(range: range("Cell4", 1, 5, 1), replacement: "y")]
    let source = SourceText(cell: 4, text: "x")
    let report = DiagnosticRenderer(sources: ["Cell4": source], title: "Cell 4").render([error]).plain
    #expect(report == "Cell 4, line 1: wrong\n  1 | x\n    |  ^")
  }

  @Test("shows the macro where the code that it wrote is wrong") func macroExpansions() {
    let origin = Diagnostic(
      severity: .note, message: "in expansion of macro 'ObservationTracked' on property 'b' here",
      location: place("@__swiftmacro_2.swift", 1, 1), ranges: [range("Cell4", 2, 3, 4)])
    let inMacro = Diagnostic(
      severity: .error, message: "ambiguous reference", location: place("@__swiftmacro_1.swift", 40, 6), notes: [origin]
    )
    let inCell = Diagnostic(severity: .error, message: "invalid", location: place("Cell4", 3, 1))
    let nowhere = Diagnostic(severity: .error, message: "lost", location: place("@__swiftmacro_3.swift", 1, 1))
    let source = SourceText(cell: 4, text: "class A {\n  b = 1\nc }")
    let report = DiagnosticRenderer(sources: ["Cell4": source], title: "Cell 4").render([nowhere, inCell, inMacro])
      .plain
    #expect(
      report == """
        Cell 4, line 2: ambiguous reference
          2 |   b = 1
            |   ^
        Cell 4, line 3: invalid
          3 | c }
            | ^
        Cell 4: lost
        """)
  }

  @Test("points at the bracket that is never closed") func missingBrace() throws {
    #expect(
      try Compiler.report(of: "func f() {\n  print(1)\n\n").hasPrefix(
        "Cell 4, line 1: expected '}' at end of brace statement\n  1 | func f() {\n    |          ^\n  An opening"))
  }

  @Test("mends all that a line needs in one proposal") func severalFixes() throws {
    #expect(try Compiler.report(of: "print(“hello”)\n").contains("did you mean: print(\"hello\")\n"))
    #expect(try Compiler.report(of: "let d = 2.5\nlet x: Int = d\n").contains("did you mean: let x: Int = Int(d)\n"))
  }

  @Test("converts both sides of a division, not what is left of it")
  func divisions() throws {
    let report = try Compiler.report(of: "let row = [1, 2]\nvar p = 1.0\np *= row[0] / row.reduce(0, +)\n")
    #expect(report.contains("did you mean: p *= Double(row[0]) / Double(row.reduce(0, +))\n"))
    #expect(report.contains("Convert before you divide"))
    let longer = try Compiler.report(of: "let a = 1, b = 2\nlet p: Double = a / b + a\n")
    #expect(!longer.contains("did you mean"))
    #expect(longer.contains("Convert before you divide"))
  }

  @Test("proposes no cast that may stop the program, and nothing that follows from an unknown type")
  func unknownCollections() throws {
    let report = try Compiler.report(
      of: "func f() -> [Int] {\n  var shape = []\n  shape.append(1)\n  return shape\n}\n")
    #expect(report.occurrences(of: "Cell 4, line") == 1)
    #expect(!report.contains("as!"))
    #expect(try !Compiler.report(of: "let a: Any = 1\nlet b: Int = a\n").contains("as!"))
  }

  @Test("cuts a very long line around the caret") func longLine() throws {
    let report = try Compiler.report(of: "print(\"\(String(repeating: "漢", count: 400))\", nothing, 1)\n")
    let lines = report.split(separator: "\n")
    #expect(lines.allSatisfy { DisplayText($0).width < 200 })
    let source = DisplayText(lines[1]).text
    #expect(source.hasSuffix("nothing, 1)"))
    #expect(lines[2].hasSuffix("^~~~~~~"))
  }

  @Test("is the same with colours and without") func colours() throws {
    let source = "let loss = 1\nloss = 0\n"
    let rendered = DiagnosticRenderer(sources: ["cell.swift": SourceText(cell: 4, text: source)], title: "Cell 4")
      .render(try Compiler.diagnostics(of: source))
    #expect(rendered.colored != rendered.plain)
    #expect(rendered.colored.withoutColors == rendered.plain)
  }

  private func place(_ file: String, _ line: Int, _ column: Int) -> DiagnosticLocation {
    DiagnosticLocation(file: file, line: line, column: column)
  }

  private func range(_ file: String, _ line: Int, _ start: Int, _ end: Int) -> DiagnosticRange {
    DiagnosticRange(start: place(file, line, start), end: place(file, line, end))
  }
}

extension String {
  func occurrences(of piece: String) -> Int { split(separator: piece, omittingEmptySubsequences: false).count - 1 }

  var withoutColors: String {
    var result = ""
    for piece in split(separator: "\u{1B}[", omittingEmptySubsequences: false) {
      result += result.isEmpty && !hasPrefix("\u{1B}[") ? piece : piece.drop { $0 != "m" }.dropFirst()
    }
    return result
  }
}
