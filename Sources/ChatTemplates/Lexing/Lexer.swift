/// Cuts a template into text and the words of its tags, and decides which spaces count.
///
/// As `transformers` sets it: a line end behind a tag is dropped (`trim_blocks`), and so are spaces before a tag that begins its
/// line (`lstrip_blocks`). `{%-` and `-%}` drop all space on their side, `{%+` and `+%}` keep it. Source: the lexer of Jinja 3.1.
struct Lexer {
  /// How many characters a template has at most.
  static let longest = 1 << 19

  let source: [Unicode.Scalar]
  private let lineStarts: [Int]
  var position = 0
  var tokens: [Token] = []
  /// Whether what comes next begins a line, as a tag before it has taken the line end.
  private var beginsLine = true

  init(_ text: String) throws {
    let all = Array(text.unicodeScalars)
    guard all.count <= Self.longest else { throw TemplateError(.limit("characters of a template", Self.longest), 1, 1) }
    var source: [Unicode.Scalar] = []
    source.reserveCapacity(all.count)
    for (index, scalar) in all.enumerated() {
      if scalar == "\r" {
        source.append("\n")
      } else if scalar != "\n" || index == 0 || all[index - 1] != "\r" {
        source.append(scalar)
      }
    }
    // A line end at the very end is the editor's.
    if source.last == "\n" { source.removeLast() }
    self.source = source
    lineStarts = [0] + source.indices.filter { source[$0] == "\n" }.map { $0 + 1 }
  }

  /// All words of a template, with the end behind them.
  static func tokens(of text: String) throws -> [Token] {
    var lexer = try Lexer(text)
    try lexer.run()
    return lexer.tokens
  }

  private mutating func run() throws {
    while let opening = nextOpening() {
      let (start, mark) = (opening, source[opening + 1])
      let sign =
        source.count > start + 2 && (source[start + 2] == "-" || source[start + 2] == "+") ? source[start + 2] : nil
      takeText(upTo: start, sign: sign, isPrint: mark == "{")
      position = start + 2 + (sign == nil ? 0 : 1)
      switch mark {
      case "#": try skipComment(from: start)
      case "%": try takeTag(from: start)
      default:
        append(.printBegin, at: start)
        try takeWords(until: "}", from: start)
      }
    }
    takeText(upTo: source.count, sign: "+", isPrint: true)
    append(.end, at: source.count)
  }

  private func nextOpening() -> Int? {
    guard source.count > 1 else { return nil }
    return (position..<max(source.count - 1, position)).first {
      source[$0] == "{" && (source[$0 + 1] == "{" || source[$0 + 1] == "%" || source[$0 + 1] == "#")
    }
  }

  /// The text before a tag, without the spaces that do not count.
  private mutating func takeText(upTo end: Int, sign: Unicode.Scalar?, isPrint: Bool) {
    var last = end
    if sign == "-" {
      while last > position, source[last - 1].isPythonSpace { last -= 1 }
    } else if sign == nil, !isPrint {
      let lineStart = source[position..<end].lastIndex(of: "\n").map { $0 + 1 }
      if lineStart != nil || beginsLine {
        let first = lineStart ?? position
        if source[first..<end].allSatisfy(\.isPythonSpace) { last = first }
      }
    }
    if last > position { append(.data(String(source[position..<last])), at: position) }
    (position, beginsLine) = (end, false)
  }

  /// Goes behind a tag's end, and over the spaces that it drops.
  mutating func close(_ sign: Unicode.Scalar?, isPrint: Bool) {
    position += sign == nil ? 2 : 3
    let start = position
    if sign == "-" {
      while position < source.count, source[position].isPythonSpace { position += 1 }
    } else if sign == nil, !isPrint, position < source.count, source[position] == "\n" {
      position += 1
    }
    beginsLine = position > start && source[position - 1] == "\n"
  }

  private mutating func skipComment(from start: Int) throws {
    while position + 1 < source.count {
      let sign = source[position] == "-" || source[position] == "+" ? source[position] : nil
      let end = position + (sign == nil ? 0 : 1)
      if end + 1 < source.count, source[end] == "#", source[end + 1] == "}" { return close(sign, isPrint: false) }
      position += 1
    }
    throw error(.unclosed("{#"), at: start)
  }

  private mutating func takeTag(from start: Int) throws {
    if let (sign, behind) = plainTag("raw", at: position) {
      position = behind
      close(sign, isPrint: true)
      return try takeRaw(from: start)
    }
    append(.tagBegin, at: start)
    try takeWords(until: "%", from: start)
  }

  /// Text that stands as it is up to `{% endraw %}`.
  private mutating func takeRaw(from start: Int) throws {
    beginsLine = false
    for place in position..<max(source.count - 1, position) where source[place] == "{" && source[place + 1] == "%" {
      let first = place + 2 < source.count ? source[place + 2] : " "
      let sign = first == "-" || first == "+" ? first : nil
      guard let (end, behind) = plainTag("endraw", at: place + 2 + (sign == nil ? 0 : 1)) else { continue }
      takeText(upTo: place, sign: sign, isPrint: false)
      position = behind
      return close(end, isPrint: false)
    }
    throw error(.unclosed("{% raw %}"), at: start)
  }

  /// A tag of one word: the sign of its end, and where that end stands.
  private func plainTag(_ name: String, at place: Int) -> (sign: Unicode.Scalar?, end: Int)? {
    var place = place
    func skipSpace() { while place < source.count, source[place].isPythonSpace { place += 1 } }
    skipSpace()
    guard source[place...].starts(with: name.unicodeScalars) else { return nil }
    place += name.unicodeScalars.count
    skipSpace()
    guard place < source.count else { return nil }
    let sign = source[place] == "-" || source[place] == "+" ? source[place] : nil
    return source[(place + (sign == nil ? 0 : 1))...].starts(with: "%}".unicodeScalars) ? (sign, place) : nil
  }

  mutating func append(_ kind: Token.Kind, at index: Int) { tokens.append(Token(kind: kind, place: place(of: index))) }

  func error(_ reason: TemplateError.Reason, at index: Int) -> TemplateError {
    let place = place(of: index)
    return TemplateError(reason, place.line, place.column)
  }

  /// The line and the column of a character.
  private func place(of index: Int) -> Place {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: index - lineStarts[low] + 1)
  }
}

extension String {
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
