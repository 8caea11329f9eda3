import Testing

@testable import Diagnostics

@Suite("The compiler's diagnostics files")
struct SerializedDiagnosticsTests {
  @Test("hold an error with its place, its range, and a note with a fix-it")
  func anErrorWithANote() throws {
    let error = try #require(try Compiler.diagnostics(of: "let loss = 1\nloss = 0\n").first)
    #expect(error.severity == .error)
    #expect(error.message == "cannot assign to value: 'loss' is a 'let' constant")
    #expect(error.location == place(2, 1))
    #expect(error.ranges == [DiagnosticRange(start: place(2, 1), end: place(2, 5))])
    let note = try #require(error.notes.first)
    #expect(note.severity == .note)
    #expect(note.location == place(1, 1))
    #expect(
      note.fixIts == [FixIt(range: DiagnosticRange(start: place(1, 1), end: place(1, 4)), replacement: "var")])
  }

  @Test("count columns in bytes") func columnsAreBytes() throws {
    let error = try #require(try Compiler.diagnostics(of: "print(\"é👍🏽\", nothing)\n").first)
    #expect(error.location == place(1, 7 + 1 + 2 + 8 + 1 + 2))
  }

  @Test("hold warnings, and a category where the compiler names one") func warningsAndCategories() throws {
    let source = "func f() -> Int { 3 }\nf()\n"
    let warning = try #require(try Compiler.diagnostics(of: source).first)
    #expect(warning.severity == .warning)
    #expect(warning.category == "no-usage")
  }

  @Test("hold every error of a text") func everyError() throws {
    let found = try Compiler.diagnostics(of: "print(a)\nprint(b)\nprint(c)\n")
    #expect(found.map(\.location) == [place(1, 7), place(2, 7), place(3, 7)])
  }

  @Test("are empty for a text without fault") func nothingToSay() throws {
    #expect(try Compiler.diagnostics(of: "print(1)\n").isEmpty)
  }

  @Test("are refused if they are something else", arguments: [[], Array("DIA".utf8), Array("BC\u{0}\u{0}".utf8)])
  func somethingElse(_ bytes: [UInt8]) {
    #expect(throws: SerializedDiagnosticsError.notADiagnosticsFile) {
      try SerializedDiagnostics.diagnostics(in: bytes)
    }
  }

  @Test("do no harm when they are cut off anywhere") func cutOff() throws {
    let bytes = try Compiler.serializedDiagnostics(of: "let loss = 1\nloss = 0\nprint(nothing)\n")
    let whole = try SerializedDiagnostics.diagnostics(in: bytes)
    #expect(whole.count == 2)
    for length in 4..<bytes.count {
      let part = try? SerializedDiagnostics.diagnostics(in: Array(bytes[..<length]))
      if let part { #expect(part.count <= whole.count) }
    }
  }

  @Test("do no harm when their bytes are changed at random", arguments: [1, 2, 3, 4] as [UInt64])
  func damaged(seed: UInt64) throws {
    let bytes = try Compiler.serializedDiagnostics(of: "let loss = 1\nloss = 0\nprint(nothing)\n")
    var random = SplitMix(state: seed)
    var refused = 0
    for _ in 0..<3_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        damaged[Int.random(in: 4..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      do {
        _ = try SerializedDiagnostics.diagnostics(in: damaged)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  private func place(_ line: Int, _ column: Int) -> DiagnosticLocation {
    DiagnosticLocation(file: "cell.swift", line: line, column: column)
  }
}

/// A generator that gives the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
