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
  public var colored: String {
    lines.map { line in
      line.map { span in
        guard let code = span.style.code, !span.text.isEmpty else { return span.text }
        return "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
      }
      .joined()
    }
    .joined(separator: "\n")
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
