import Testing

@testable import CourseTerminal

@Suite("Bars that are drawn in place") struct LiveLinesTests {
  /// What a terminal of 20 columns holds after all this was sent to it. It knows the two movements that are used.
  private func screen(_ text: String) -> [String] {
    var rows: [String] = [""]
    var row = 0
    var rest = text[...]
    while let first = rest.first {
      if let match = rest.prefixMatch(of: /\u{1B}\[(\d+)A\r\u{1B}\[J/), let up = Int(match.1) {
        row = max(0, row - up)
        rows = Array(rows[..<row]) + [""]
        rest = rest[match.range.upperBound...]
        continue
      }
      if first == "\n" || rows[row].count == 20 {
        row += 1
        rows.append("")
      }
      if first != "\n" { rows[row].append(first) }
      rest = rest.dropFirst()
    }
    if rows.last == "" { rows.removeLast() }
    return rows
  }

  @Test("A bar stands once, in its last state") func bar() {
    var lines = LiveLines(columns: 20)
    var sent = lines.written("before\n") + lines.displayed("bar 0", identifier: "a")
    for step in 1...300 { sent += lines.updated("bar \(step)", identifier: "a") }
    sent += lines.finished()
    #expect(screen(sent) == ["before", "bar 300"])
  }

  @Test("What a loop prints stands above its bar, a line begun too") func printing() {
    var lines = LiveLines(columns: 20)
    var sent = lines.displayed("bar 0", identifier: "a") + lines.updated("bar 1", identifier: "a")
    sent += lines.written("one\n") + lines.updated("bar 2", identifier: "a")
    sent += lines.written("tw") + lines.updated("bar 3", identifier: "a") + lines.written("o\n")
    sent += lines.updated("bar 4", identifier: "a") + lines.finished()
    #expect(screen(sent) == ["one", "two", "bar 4"])
  }

  @Test("What a loop prints before its bar has moved stands above it too", arguments: ["", "tw"])
  func printingFirst(begun: String) {
    var lines = LiveLines(columns: 20)
    var sent = lines.displayed("bar 0", identifier: "a") + lines.written("one\n" + begun)
    sent += lines.updated("bar 1", identifier: "a") + lines.written("o\n") + lines.updated("bar 2", identifier: "a")
    sent += lines.finished()
    #expect(screen(sent) == ["one", begun + "o", "bar 2"])
  }

  @Test("What may have left the screen is not written again") func printingMuch() {
    let much = (1...30).map { "\($0)\n" }
    var lines = LiveLines(columns: 20)
    var sent = lines.displayed("bar 0", identifier: "a") + much.map { lines.written($0) }.joined()
    sent += lines.updated("bar 1", identifier: "a") + lines.finished()
    #expect(screen(sent) == ["bar 0"] + (1...30).map(String.init) + ["bar 1"])
  }

  @Test("The bar of an inner loop stands below the outer one, and long lines count as the rows they take") func nested()
  {
    var lines = LiveLines(columns: 20)
    var sent = lines.displayed("outer 0", identifier: "a") + lines.updated("outer 1", identifier: "a")
    sent += lines.displayed("inner 0 and a text beyond the edge", identifier: "b")
    sent +=
      lines.updated("inner 1 and a text beyond the edge", identifier: "b") + lines.updated("outer 2", identifier: "a")
    sent += lines.finished()
    #expect(screen(sent) == ["outer 2", "inner 1 and a text b", "eyond the edge"])
  }

  @Test("Two values that are only shown stay in their order") func displays() {
    var lines = LiveLines(columns: 20)
    let sent =
      lines.displayed("one", identifier: "a") + lines.written("two\n") + lines.displayed("three", identifier: "c")
      + lines.finished()
    #expect(sent == "one\ntwo\nthree\n")
  }

  @Test("Where nothing can be written again, a bar is written at its beginning, every ten seconds and at its end")
  func file() {
    var lines = LiveLines(columns: nil)
    let start = ContinuousClock.now
    var sent = lines.displayed("bar 0", identifier: "a")
    for step in 1...300 {
      sent += lines.updated("bar \(step)", identifier: "a", now: start + .milliseconds(100 * step))
    }
    sent += lines.finished()
    let written = sent.split(separator: "\n")
    #expect(written.count <= 5 && written.first == "bar 0" && written.last == "bar 300", "\(sent)")
  }
}
