import Displays

extension Encoding: Displayable {
  /// The tokens in a row, each in a box with its number below; in a terminal, each in brackets with its number.
  ///
  /// Boxes side by side differ in their frames too, not by colour alone, and take the page's own colours for text. Of a
  /// long text the first 200 tokens are shown.
  public var display: Display { .html(markup, text: text(width: Stage.current.columns())) }

  /// The tokens in brackets, in lines that end between two of them.
  func text(width: Int) -> String {
    var lines: [String] = []
    for piece in pieces {
      if let line = lines.last, line.columns + 1 + piece.columns <= width {
        lines[lines.count - 1] += " " + piece
      } else {
        lines.append(piece)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The tokens in brackets, each with its number: `[The 464] [·cat 3797]`. A space is `·`, the end of a line `⏎`.
  public var bracketed: String { pieces.joined(separator: " ") }

  private var pieces: [String] {
    shownTokens.map { "[\($0.token) \($0.id)]" } + (hiddenCount > 0 ? ["… \(hiddenCount) more"] : [])
  }

  private static let mostShown = 200

  private var shownTokens: [(token: String, id: Int)] {
    zip(tokens, ids).prefix(Self.mostShown).map { (Self.visible($0), $1) }
  }

  private var hiddenCount: Int { max(count - Self.mostShown, 0) }

  private var markup: String {
    let frames = ["solid", "dashed"]
    let fills = ["rgba(0,114,178,.18)", "rgba(230,159,0,.22)"]
    let boxes = shownTokens.enumerated().map { index, shown in
      let look = "display:inline-block;margin:1px;padding:1px 4px;text-align:center;color:inherit;border-radius:3px;"
      let box = "border:1px \(frames[index % 2]) currentColor;background:\(fills[index % 2])"
      return "<span style='\(look)\(box)'><span style='white-space:pre'>\(HTML.escaped(shown.token))</span>"
        + "<br><small>\(shown.id)</small></span>"
    }
    let rest = hiddenCount > 0 ? " … \(hiddenCount) more" : ""
    return "<div style='font-family:monospace;line-height:1.3'>\(boxes.joined())\(rest)</div>"
  }

  /// A token with its spaces and line ends to be seen. Byte-level vocabularies write them as `Ġ` and `Ċ`.
  private static func visible(_ token: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in (bytesAsText(token) ?? token).unicodeScalars {
      switch scalar {
      case " ": scalars.append("·")
      case "\n": scalars.append("⏎")
      case "\u{0}"..."\u{1F}": scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// What a token in the alphabet of bytes is written for, if it makes a text; an `ł` of another vocabulary makes none.
  private static func bytesAsText(_ token: String) -> String? {
    let bytes = token.unicodeScalars.compactMap(ByteAlphabet.byte)
    guard bytes.count == token.unicodeScalars.count, let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    return text.unicodeScalars.contains { $0.value < 0x20 && !$0.isSpace } ? nil : text
  }
}
