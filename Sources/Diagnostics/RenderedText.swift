/// A text in two forms of the same words: plain, and coloured for terminals and notebooks.
public struct RenderedText: Hashable, Sendable {
  /// What a stretch of the text is; decides its colour.
  enum Style: Hashable, Sendable {
    case body, errorHeadline, warningHeadline, gutter, errorCaret, warningCaret, suggestion, aside
  }

  struct Span: Hashable, Sendable {
    var text: String
    var style: Style
  }

  private(set) var lines: [[Span]] = []

  /// Whether there is nothing to show.
  public var isEmpty: Bool { lines.isEmpty }

  /// The words alone, without a line break at the end.
  public var plain: String {
    lines.map { $0.map(\.text).joined() }.joined(separator: "\n")
  }

  /// The words with ANSI colours, without a line break at the end.
  ///
  /// A notebook breaks a line that is too wide in the middle of a word. So long sentences are broken here; lines of code,
  /// which a caret points into, stay whole.
  public var colored: String {
    lines.flatMap(Self.wrapped).map { line in
      line.map { span in
        guard let code = span.style.code, !span.text.isEmpty else { return span.text }
        return "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
      }
      .joined()
    }
    .joined(separator: "\n")
  }

  /// How many columns a notebook has at the least on a usual screen.
  private static let greatestWidth = 96

  private static func wrapped(_ line: [Span]) -> [[Span]] {
    guard line.count == 1, let span = line.first, span.style != .gutter, span.text.count > greatestWidth else {
      return [line]
    }
    let indentation = String(span.text.prefix { $0 == " " })
    var rows = [indentation]
    for word in span.text.dropFirst(indentation.count).split(separator: " ", omittingEmptySubsequences: false) {
      let row = rows[rows.count - 1]
      if row.allSatisfy({ $0 == " " }) {
        rows[rows.count - 1] += word
      } else if row.count + 1 + word.count <= greatestWidth {
        rows[rows.count - 1] += " " + word
      } else {
        rows.append(indentation + "  " + word)
      }
    }
    return rows.map { [Span(text: $0, style: span.style)] }
  }

  mutating func add(_ text: String, _ style: Style = .body) {
    lines.append([Span(text: text, style: style)])
  }

  mutating func add(_ spans: [Span]) {
    lines.append(spans)
  }

  mutating func append(_ other: RenderedText) {
    lines += other.lines
  }
}

extension RenderedText.Style {
  fileprivate var code: String? {
    switch self {
    case .body: nil
    case .errorHeadline: "1"
    case .warningHeadline: "1"
    case .gutter: "34"
    case .errorCaret: "31"
    case .warningCaret: "33"
    case .suggestion: "32"
    case .aside: "2"
    }
  }
}
