/// A piece of Markdown as the course reads it.
struct MarkdownBlock: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// `## …`
    case heading(String)
    /// Everything between the others, with its empty lines inside.
    case text(String)
    /// ```` ```info ````
    case fence(info: String, body: String)
    /// `exercise: 08.1`
    case exercise(String)
  }

  var kind: Kind
  /// The first line, counted from 1.
  var line: Int

  /// Cuts the lines of a file from a line on into blocks.
  static func blocks(
    of lines: [Substring], from start: Int, file: String
  ) throws(CourseMistake) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var text: [Substring] = []
    var textStart = start
    func flush() {
      while text.first?.allSatisfy(\.isWhitespace) == true {
        text.removeFirst()
        textStart += 1
      }
      while text.last?.allSatisfy(\.isWhitespace) == true { text.removeLast() }
      if !text.isEmpty { blocks.append(MarkdownBlock(kind: .text(text.joined(separator: "\n")), line: textStart + 1)) }
      text = []
    }
    var index = start
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix("```") {
        flush()
        guard let end = lines[(index + 1)...].firstIndex(of: "```") else {
          throw CourseMistake(file: file, line: index + 1, .fenceNotClosed)
        }
        blocks.append(
          MarkdownBlock(
            kind: .fence(
              info: String(line.dropFirst(3)).trimmed, body: lines[(index + 1)..<end].joined(separator: "\n")),
            line: index + 1))
        index = end
      } else if line.hasPrefix("## ") {
        flush()
        blocks.append(MarkdownBlock(kind: .heading(String(line.dropFirst(3)).trimmed), line: index + 1))
      } else if line.hasPrefix("exercise:") {
        flush()
        blocks.append(MarkdownBlock(kind: .exercise(String(line.dropFirst(9)).trimmed), line: index + 1))
      } else {
        if text.isEmpty { textStart = index }
        text.append(line)
      }
      index += 1
    }
    flush()
    return blocks
  }
}
