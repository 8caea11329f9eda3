/// A table of Markdown as lines for a terminal.
struct MarkdownTable {
  private let rows: [[String]]

  /// - Parameter lines: Lines such as `| number | first byte |`; the row of dashes is passed over.
  init(_ lines: [Substring]) {
    rows = lines.filter { !$0.allSatisfy { "|-: ".contains($0) } }.map { line in
      var inner = line.drop { $0 == " " }.dropFirst()
      while inner.last?.isWhitespace == true || inner.last == "|" { inner.removeLast() }
      return inner.split(separator: "|", omittingEmptySubsequences: false).map { Self.trimmed($0) }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Columns below each other where they fit; otherwise, and for somebody who hears them, each row as a sentence.
  func lines(_ style: TextStyle) -> [String] {
    guard let head = rows.first else { return [] }
    let plain = TextStyle(width: .max)
    let cells = rows.map { $0.map { MarkedWords($0, style: plain).lines(plain, indent: "").first ?? "" } }
    let widths = head.indices.map { column in
      cells.map { column < $0.count ? TerminalText.columns($0[column]) : 0 }.max() ?? 0
    }
    guard !style.isPlain, widths.reduce(2 * (widths.count - 1), +) <= style.width else {
      return rows.dropFirst().flatMap { row in
        let words = zip(head, row).map { "\($0): \($1)" }.joined(separator: "; ")
        return MarkedWords("- " + words, style: style).lines(style, indent: "  ")
      }
    }
    var lines = cells.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - TerminalText.columns($0)) }
        .joined(separator: "  ")
    }.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
    lines[0] = style.bold(lines[0])
    lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), at: 1)
    return lines
  }
}
