/// The words of a paragraph with their weight, taken from the marks of Markdown before the paragraph is cut into lines: a
/// mark may open in one line and close in the next.
struct MarkedWords {
  private enum Weight { case plain, bold, code }
  private typealias Piece = (text: String, weight: Weight)

  /// Code of so many columns is not broken at its spaces.
  private static let longestWholeCode = 30

  private var words: [[Piece]] = []
  private var isOpen = false

  init(_ text: String, style: TextStyle) {
    var rest = text[...]
    var weight = Weight.plain
    while let first = rest.first {
      if first == "`", let end = rest.dropFirst().firstIndex(of: "`") {
        add(code: rest[rest.index(after: rest.startIndex)..<end], style)
        rest = rest[end...].dropFirst()
      } else if let mark = ["**", "*"].first(where: rest.hasPrefix),
        weight == .bold || Self.opens(rest.dropFirst(mark.count), mark)
      {
        weight = weight == .bold ? .plain : .bold
        rest = rest.dropFirst(mark.count)
      } else if first == "[", let link = rest.prefixMatch(of: /\[([^\]]+)\]\([^) ]+\)/) {
        for letter in link.1 { add(letter, weight) }
        rest = rest[link.range.upperBound...]
      } else if let shape = rest.prefixMatch(of: /\[[^\[\]`*]{1,18}\]/) {
        // The numbers of a shape stay together.
        for letter in shape.0 { add(letter, weight, isWhole: true) }
        rest = rest[shape.range.upperBound...]
      } else {
        add(first, weight)
        rest = rest.dropFirst()
      }
    }
  }

  /// Whether the text behind a mark is what it weighs: it begins at once and ends with the same mark.
  private static func opens(_ rest: Substring, _ mark: String) -> Bool {
    guard let first = rest.first, first != " ", first != "*" else { return false }
    return rest.contains(mark)
  }

  private mutating func add(_ letter: Character, _ weight: Weight, isWhole: Bool = false) {
    guard isWhole || !letter.isWhitespace else {
      isOpen = false
      return
    }
    if !isOpen { words.append([]) }
    isOpen = true
    if let last = words[words.count - 1].last, last.weight == weight {
      words[words.count - 1][words[words.count - 1].count - 1].text.append(letter)
    } else {
      words[words.count - 1].append((String(letter), weight))
    }
  }

  private mutating func add(code: Substring, _ style: TextStyle) {
    // Without a colour nobody would see what is code.
    let code = style.isColored ? code : "`\(code)`"
    guard TerminalText.columns(code) <= min(Self.longestWholeCode, style.width / 2) else {
      for letter in code { add(letter, .code) }
      return
    }
    if !isOpen { words.append([]) }
    isOpen = true
    words[words.count - 1].append((String(code), .code))
  }

  /// The words in lines of at most `style.width` columns; all lines but the first begin with `indent`.
  func lines(_ style: TextStyle, indent: String) -> [String] {
    var lines: [[Piece]] = []
    var used = 0
    for word in words {
      let size = word.reduce(0) { $0 + TerminalText.columns($1.text) }
      guard !lines.isEmpty, used + 1 + size <= style.width else {
        let start = lines.isEmpty ? "" : indent
        lines.append([(start, .plain)] + word)
        used = start.count + size
        continue
      }
      // The space between two words of one weight belongs to it.
      let weight = lines[lines.count - 1].last?.weight == word.first?.weight ? word.first?.weight : nil
      lines[lines.count - 1] += [(" ", weight ?? .plain)] + word
      used += 1 + size
    }
    return lines.map { Self.painted($0, style) }
  }

  private static func painted(_ pieces: [Piece], _ style: TextStyle) -> String {
    var merged: [Piece] = []
    for piece in pieces where !piece.text.isEmpty {
      if let last = merged.last, last.weight == piece.weight {
        merged[merged.count - 1].text += piece.text
      } else {
        merged.append(piece)
      }
    }
    return merged.map { piece in
      switch piece.weight {
      case .plain: piece.text
      case .bold: style.bold(piece.text)
      case .code: style.code(piece.text)
      }
    }.joined()
  }
}
