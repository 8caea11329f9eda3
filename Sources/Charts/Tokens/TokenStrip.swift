import Displays

/// A text in its tokens, each in a box with its number, so that one sees where a tokenizer cuts.
///
///     TokenStrip(["The", " cat", " sat"], ids: [464, 3797, 3332])
///
/// With scores, such as the loss of each token, the boxes have the colours of a heat map, and the score stands below the token.
/// A space shows as `·`, the end of a line as `⏎`. Of a long text the first 200 tokens are shown.
public struct TokenStrip: Chart {
  /// The tokens.
  public let tokens: [String]
  /// The number of each token in the vocabulary, or none at all.
  public let ids: [Int]
  /// A score for each token, or none at all.
  public let scores: [Double]
  /// What the strip is called.
  public let title: String

  private static let mostTokens = 200
  private static let width = 720.0
  private static let letter = 14.0
  private static let detail = 11.0
  private static let margin = 12.0

  /// Makes a strip of tokens. Stops with a message if there are not as many numbers or scores as tokens.
  public init(_ tokens: [String], ids: [Int] = [], scores: [Double] = [], title: String = "") {
    if !ids.isEmpty { checkCounts("TokenStrip", "ids", ids.count, "tokens", tokens.count) }
    if !scores.isEmpty { checkCounts("TokenStrip", "scores", scores.count, "tokens", tokens.count) }
    (self.tokens, self.ids, self.scores, self.title) = (tokens, ids, scores, title)
  }

  /// What stands in the boxes: the token, and what stands below it.
  private var boxes: [(token: String, details: [String])] {
    let numbers = TableNumbers(scores)
    return tokens.indices.prefix(TokenStrip.mostTokens).map { index in
      let id = ids.isEmpty ? [] : ["\(ids[index])"]
      let score = scores.isEmpty ? [] : [numbers.text(scores[index])]
      return (Lettering.name(tokens[index].visibleToken), id + score)
    }
  }

  private var hiddenNote: String? {
    let hidden = tokens.count - TokenStrip.mostTokens
    return hidden > 0 ? "… \(hidden) more \(hidden == 1 ? "token" : "tokens")" : nil
  }

  private var scale: ColorScale {
    let finite = scores.filter(\.isFinite)
    return ColorScale((finite.min() ?? 0)...(finite.max() ?? 0))
  }

  public var svg: String {
    let (scale, lines) = (scale, (ids.isEmpty ? 0 : 1) + (scores.isEmpty ? 0 : 1))
    let height = 26 + Double(lines) * 14
    let top = TokenStrip.margin + (title.isEmpty ? 0 : 24)
    var (x, y, right) = (TokenStrip.margin, top, 0.0)
    var (shapes, tokens, details) = ("", "", "")
    for (index, box) in boxes.enumerated() {
      let letters = Double(box.token.columns) * TokenStrip.letter * 0.61
      let below = box.details.map { Lettering.width($0, size: TokenStrip.detail) }.max() ?? 0
      let width = max(letters, below, 6) + 8
      if x + width > TokenStrip.width - TokenStrip.margin, x > TokenStrip.margin {
        (x, y) = (TokenStrip.margin, y + height + 6)
      }
      let size = "x=\"\(x.short)\" y=\"\(y.short)\" width=\"\(width.short)\" height=\"\(height.short)\" rx=\"3\""
      let score = scores.isEmpty || !scores[index].isFinite ? nil : scores[index]
      let color = SeriesStyle.colors[index % 5]
      shapes +=
        score.map { "<rect \(size) fill=\"\(scale.color($0))\"/>" }
        ?? "<rect \(size) fill=\"\(color)\" fill-opacity=\"0.22\" stroke=\"\(color)\"/>"
      let ink = score.map { "fill=\"\(scale.ink(on: $0))\"" } ?? ""
      tokens += Lettering.text(box.token, x: x + width / 2, y: y + 18, ink)
      for (line, detail) in box.details.enumerated() {
        details += Lettering.text(detail, x: x + width / 2, y: y + 33 + Double(line) * 14, ink)
      }
      right = max(right, x + width)
      x += width + 3
    }
    let note = hiddenNote.map { Lettering.text($0, x: TokenStrip.margin, y: y + height + 18) } ?? ""
    let name =
      title.isEmpty
      ? "" : Lettering.text(Lettering.name(title, columns: 64), x: TokenStrip.margin, y: 24, "font-weight=\"600\"")
    let least = max(Lettering.width(Lettering.name(title, columns: 64), size: 14), 120)
    let drawing = Drawing(
      title: title.isEmpty ? "Tokens" : title, words: words, width: max(right, least) + TokenStrip.margin,
      height: y + (boxes.isEmpty ? 0 : height) + TokenStrip.margin + (note.isEmpty ? 0 : 16))
    let font = Paint.text.fill("font-family:var(--jp-code-font-family,monospace);white-space:pre")
    return drawing.svg(
      """
      <g \(Paint.text.fill) font-size="14">\(name)</g>\(shapes)<g text-anchor="middle"><g \(font) \
      font-family="monospace" font-size="14">\(tokens)</g><g \(Paint.detail.fill) font-size="11">\(details)</g></g>\
      <g \(Paint.detail.fill) font-size="12">\(note)</g>
      """)
  }

  /// The tokens in brackets, each with its number behind it.
  public func text(width: Int) -> String {
    let heading = title.isEmpty ? [] : [Lettering.name(title, columns: width)]
    let words = boxes.map { ["[\($0.token)]"] + $0.details }.map { $0.joined(separator: " ") }
    var lines: [String] = []
    for word in words {
      if let line = lines.last, line.columns + 2 + word.columns <= width {
        lines[lines.count - 1] += "  " + word
      } else {
        lines.append(word)
      }
    }
    return (heading + lines + (hiddenNote.map { [$0] } ?? [])).joined(separator: "\n")
  }

  public var words: String {
    let count = tokens.count == 1 ? "1 token" : "\(tokens.count) tokens"
    guard !tokens.isEmpty else { return "No tokens." }
    let most = 40
    let shown = boxes.prefix(most).map { ([$0.token] + $0.details).joined(separator: " ") }.joined(separator: ", ")
    return "\(count): \(shown)\(tokens.count > most ? ", and \(tokens.count - most) more" : "")."
  }
}
