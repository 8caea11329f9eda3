/// Markdown as lines for a terminal: paragraphs wrapped, marks taken off or turned into weight.
public struct MarkdownText {
  let style: TextStyle

  public init(style: TextStyle) { self.style = style }

  /// The lines of a whole text, each with its line end.
  public func text(_ markdown: String) -> String { lines(markdown).map { $0 + "\n" }.joined() }

  func lines(_ markdown: String) -> [String] {
    var result: [String] = []
    var paragraph: [Substring] = []
    var isCode = false
    func flush() {
      guard !paragraph.isEmpty else { return }
      result += wrapped(paragraph.joined(separator: " "))
      paragraph = []
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        flush()
        isCode.toggle()
      } else if isCode || line.hasPrefix("    ") {
        flush()
        result.append(style.code(isCode ? "    \(line)" : String(line)))
      } else if line.allSatisfy(\.isWhitespace) {
        flush()
        result.append("")
      } else if line.hasPrefix("#") {
        flush()
        result.append(style.bold(String(line.drop { $0 == "#" || $0 == " " })))
      } else if line.hasPrefix("- ") || line.firstMatch(of: #/^\d+\. /#) != nil {
        flush()
        paragraph = [line]
      } else {
        paragraph.append(line.hasPrefix("  ") ? line.drop { $0 == " " } : line)
      }
    }
    flush()
    return result
  }

  /// The lines of an item of a list of one's own, below each other after the item's mark.
  func lines(_ text: String, after mark: String) -> [String] {
    let narrow = TextStyle(isColored: style.isColored, isPlain: style.isPlain, width: style.width - mark.count)
    let lines = MarkdownText(style: narrow).wrapped(text.replacing("\n", with: " "))
    return lines.enumerated().map { ($0 == 0 ? mark : String(repeating: " ", count: mark.count)) + $1 }
  }

  /// The words of a paragraph in lines of the style's width; what follows the mark of a list stands below it.
  private func wrapped(_ text: String) -> [String] {
    let indent = text.hasPrefix("- ") ? "  " : text.firstMatch(of: #/^\d+\. /#) != nil ? "   " : ""
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, columns(line) + 1 + columns(String(word)) > style.width {
        lines.append(line)
        line = indent + word
      } else {
        line += line.isEmpty || line == indent ? String(word) : " \(word)"
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map(marked)
  }

  /// The columns of a text without the marks of Markdown, which take none.
  private func columns(_ text: String) -> Int {
    TerminalText.columns(text.filter { $0 != "*" && $0 != "`" })
  }

  /// Takes the marks of Markdown off a line, and gives weight where there is colour.
  private func marked(_ line: String) -> String {
    line.replacing(/\*\*([^*]+)\*\*/) { style.bold(String($0.1)) }
      .replacing(/\*([^* ][^*]*)\*/) { style.bold(String($0.1)) }
      .replacing(/`([^`]+)`/) { style.code(String($0.1)) }
      .replacing(/\[([^\]]+)\]\([^)]+\)/) { String($0.1) }
  }
}
