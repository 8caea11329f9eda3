/// Files of the program `fortune`: entries between lines of a single `%`.
enum Fortunes {
  /// The entries without the codes that colour them in a terminal. Empty lines stay within them, not around them.
  static func entries(_ text: String) -> [String] {
    var (entries, lines): ([String], [String]) = ([], [])
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) + ["%"[...]] {
      guard line == "%" else {
        let plain = withoutColors(line)
        if !plain.isEmpty || !lines.isEmpty { lines.append(plain) }
        continue
      }
      while lines.last?.isEmpty == true { lines.removeLast() }
      if !lines.isEmpty { entries.append(lines.joined(separator: "\n")) }
      lines = []
    }
    return entries
  }

  /// A line without escape sequences, `ESC [ … letter`, and without space around it.
  private static func withoutColors(_ line: Substring) -> String {
    var kept = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if scalar == "\u{1B}" {
        isEscaped = true
      } else if isEscaped {
        isEscaped = !("a"..."z" ~= scalar || "A"..."Z" ~= scalar)
      } else {
        kept.append(scalar)
      }
    }
    return String(String(kept).trimmingPrefix { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
