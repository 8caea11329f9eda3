/// Markdown as lines for a terminal: paragraphs wrapped, marks taken off or turned into weight.
public struct MarkdownText {
  let style: TextStyle

  public init(style: TextStyle) { self.style = style }

  /// The lines of a whole text, each with its line end.
  public func text(_ markdown: String) -> String { lines(markdown).map { $0 + "\n" }.joined() }

  func lines(_ markdown: String) -> [String] {
    var result: [String] = []
    var paragraph: [Substring] = []
    var table: [Substring] = []
    var isCode = false
    func flush() {
      result += MarkdownTable(table).lines(style)
      if !paragraph.isEmpty { result += wrapped(paragraph.joined(separator: " ")) }
      (paragraph, table) = ([], [])
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        flush()
        isCode.toggle()
      } else if isCode || line.hasPrefix("    ") {
        flush()
        let code = CodeLines.of(isCode ? "    \(line)" : String(line), width: style.isPlain ? .max : style.width)
        result += code.map { style.code($0) }
      } else if line.allSatisfy(\.isWhitespace) {
        flush()
        result.append("")
      } else if line.hasPrefix("|") {
        if !paragraph.isEmpty { flush() }
        table.append(line)
      } else if line.hasPrefix("#") {
        flush()
        result.append(style.bold(String(line.drop { $0 == "#" || $0 == " " })))
      } else if begins(item: line, in: paragraph) {
        flush()
        paragraph = [line]
      } else {
        if !table.isEmpty { flush() }
        paragraph.append(line.hasPrefix("  ") ? line.drop { $0 == " " } : line)
      }
    }
    flush()
    return result
  }

  /// Whether a line is an item of a list. A number with a full stop in the middle of a paragraph is none.
  private func begins(item line: Substring, in paragraph: [Substring]) -> Bool {
    if line.hasPrefix("- ") { return true }
    guard line.prefixMatch(of: #/\d+\. /#) != nil else { return false }
    return paragraph.first.map { $0.prefixMatch(of: #/\d+\. /#) != nil } ?? true
  }

  /// The lines of an item of a list of one's own, below each other after the item's mark.
  func lines(_ text: String, after mark: String) -> [String] {
    let narrow = TextStyle(isColored: style.isColored, isPlain: style.isPlain, width: style.width - mark.count)
    let lines = MarkdownText(style: narrow).wrapped(text.replacing("\n", with: " "))
    return lines.enumerated().map { ($0 == 0 ? mark : String(repeating: " ", count: mark.count)) + $1 }
  }

  /// The words of a paragraph in lines of the style's width; what follows the mark of a list stands below it.
  private func wrapped(_ text: String) -> [String] {
    let mark = text.prefixMatch(of: #/(- |\d+\. )/#)?.0.count ?? 0
    return MarkedWords(text, style: style).lines(style, indent: String(repeating: " ", count: mark))
  }
}
