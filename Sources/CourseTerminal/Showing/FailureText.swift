/// A report of what went wrong, wrapped and with the colours of its parts.
enum FailureText {
  static func of(_ report: String, style: TextStyle) -> String {
    let text = TerminalText.report(report, width: style.width)
    guard style.isColored else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line)
      if let gutter = line.prefixMatch(of: #/ *\d* \|( |$)/#) {
        let rest = String(line[gutter.range.upperBound...])
        let isMarks = !gutter.0.contains(where: \.isNumber)
        return style.gutter(String(gutter.0)) + (isMarks ? style.mark(rest) : rest)
      }
      if line.hasPrefix("  did you mean:") { return style.suggestion(line) }
      if line.hasPrefix("All values of before") { return style.faint(line) }
      return line.hasPrefix(" ") || line.isEmpty ? line : style.bold(line)
    }.joined(separator: "\n")
  }
}
