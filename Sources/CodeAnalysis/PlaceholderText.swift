/// A text with placeholders as editors of Apple's write them: `append(<#T##newElement: Double##Double#>)`.
struct PlaceholderText {
  private enum Piece {
    case text(String)
    case placeholder(String)
  }

  private let pieces: [Piece]

  /// Takes the text apart.
  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<", followedBy: "#") {
      let inside = rest[open...].dropFirst(2)
      guard let close = inside.firstIndex(of: "#", followedBy: ">") else { break }
      pieces.append(.text(String(rest[..<open])))
      pieces.append(.placeholder(Self.display(inside[..<close])))
      rest = inside[close...].dropFirst(2)
    }
    self.pieces = pieces + [.text(String(rest))]
  }

  /// The `display` of `T##display##type` or `T##display`, or the whole.
  private static func display(_ placeholder: Substring) -> String {
    guard placeholder.hasPrefix("T##") else { return String(placeholder) }
    let body = placeholder.dropFirst(3)
    return String(body[..<(body.firstIndex(of: "#", followedBy: "#") ?? body.endIndex)])
  }

  /// The part that can be inserted without asking for anything: a name, or a label with its colon.
  var insertable: String {
    guard case .text(let first) = pieces[0] else { return "" }
    if pieces.count == 1 { return first }
    var text = first[...]
    let label = text.drop { $0 == "(" }
    if label.hasSuffix(": "), !label.contains("(") { return String(label) }
    // A call stops before its arguments, `map { ` before its closure.
    if let open = text.firstIndex(where: { $0 == "(" || $0 == "[" || $0 == "{" }) { text = text[..<open] }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The whole as a declaration would put it: `append(_ newElement: Double)`, with the type of the result.
  func signature(kind: CompletionKind, type: String) -> String {
    var result = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text): result += text
      case .placeholder(let display):
        let isLabelled = result.hasSuffix(": ")
        let isArgument = result.hasSuffix("(") || result.hasSuffix(", ") || result.hasSuffix("[")
        if isLabelled, let colon = display.firstIndex(of: ":") {
          result += display[colon...].dropFirst().drop { $0 == " " }
        } else if !isLabelled, isArgument, index > 0, kind == .function || kind == .class {
          result += display.contains(":") ? "_ \(display)" : "_: \(display)"
        } else {
          result += display
        }
      }
    }
    switch kind {
    case .function: return type.isEmpty || type == "Void" ? result : "\(result) -> \(type)"
    case .instance, .property: return type.isEmpty ? result : "\(result): \(type)"
    case .class, .module, .keyword, .param: return result
    }
  }
}

extension Substring {
  fileprivate func firstIndex(of first: Character, followedBy second: Character) -> Index? {
    var position = startIndex
    while let found = self[position...].firstIndex(of: first) {
      position = index(after: found)
      if position < endIndex, self[position] == second { return found }
    }
    return nil
  }
}
