extension TerminalText {
  /// A report with its sentences wrapped, each below its own beginning. Lines of code stay lines: what is too long is cut,
  /// and the caret below still stands below its letter.
  public static func report(_ text: String, width: Int) -> String {
    var result: [String] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      let bare = bare(line)
      guard bare.contains(#/^ *\d* \|( |$)/#) else {
        result += sentence(String(line), bare: bare, width: width)
        continue
      }
      if columns(bare) > width, bare.contains(#/^ *\d+ \|/#) {
        let marks = lines.first.map { Self.bare($0) }.flatMap { $0.contains(#/^ +\|/#) ? $0 : nil }
        if marks != nil { lines.removeFirst() }
        result += cut(bare, marks: marks, width: width)
      } else {
        result.append(String(line))
      }
    }
    return result.joined(separator: "\n")
  }

  /// A line without its colours.
  private static func bare(_ line: some StringProtocol) -> String {
    String(line).replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  private static func sentence(_ line: String, bare: String, width: Int) -> [String] {
    var indent = String(bare.prefix { $0 == " " })
    // The words after a verdict stand below the words, not below the verdict.
    if let verdict = bare.prefixMatch(of: #/ *(ok|FAIL|STOP|TIME|-) +/#) {
      indent = String(repeating: " ", count: verdict.0.count)
    }
    return wrapped(line, width: width, indent: indent)
  }

  /// A line of code that is too long, and the marks below it: as much of both as fits, around the first mark.
  private static func cut(_ line: String, marks: String?, width: Int) -> [String] {
    let gutter = (line.firstIndex(of: "|").map { line.distance(from: line.startIndex, to: $0) } ?? 0) + 2
    let code = Array(line.dropFirst(gutter))
    let under = Array((marks ?? "").dropFirst(gutter))
    let room = max(8, width - gutter - 1)
    let mark = under.firstIndex { $0 != " " } ?? 0
    // Without need nothing is taken off the beginning.
    let start = mark < room - 1 ? 0 : min(mark - room / 2, code.count - room + 1)
    var shown = ""
    var place = start
    while place < code.count, columns(shown) < room - (start > 0 ? 1 : 0) {
      shown.append(code[place])
      place += 1
    }
    let text = line.prefix(gutter) + (start > 0 ? "…" : "") + shown + (place < code.count ? "…" : "")
    guard let marks else { return [String(text)] }
    let below = under.dropFirst(start).prefix(room).reduce(into: "") { $0.append($1) }
    return [String(text), marks.prefix(gutter) + (start > 0 ? " " : "") + below]
  }
}
