/// What a look at brackets, strings and comments tells about a text; it takes one pass and no recursion.
struct CompletenessScan {
  /// Something that was opened and not yet closed.
  struct Opening {
    enum Kind: Hashable {
      case parenthesis, bracket, brace
      case string(pounds: Int, isMultiline: Bool)
      case comment(depth: Int)
    }

    var kind: Kind
    /// The offset in bytes.
    var offset: Int
  }

  /// The parser's own limit is 256; beyond it brackets alone decide.
  private static let greatestDepth = 200

  /// The text with command lines as empty lines.
  private(set) var swift: [UInt8]
  /// What is open at the end, the outermost first.
  private(set) var openings: [Opening] = []
  /// Whether brackets are nested too deeply for the parser.
  private(set) var isDeep = false
  /// Whether a string of one line has no end.
  private(set) var hasBrokenString = false
  /// Whether a bracket is closed that was not opened.
  private(set) var hasStrayCloser = false

  /// Whether the text ends within a comment.
  var isInComment: Bool {
    if case .comment = openings.last?.kind { true } else { false }
  }

  /// Looks at a text.
  init(_ text: String) {
    swift = Array(text.utf8)
    var index = 0
    while index < swift.count {
      if openings.isEmpty, index == 0 || Self.isLineBreak(swift[index - 1]), isCommand(at: index) {
        while index < swift.count, !Self.isLineBreak(swift[index]) {
          swift[index] = UInt8(ascii: " ")
          index += 1
        }
        continue
      }
      index = step(from: index)
      if openings.count > Self.greatestDepth { isDeep = true }
    }
    if case .string(_, isMultiline: false) = openings.last?.kind { hasBrokenString = true }
  }

  private func isCommand(at index: Int) -> Bool {
    swift[index] == UInt8(ascii: "%") || swift[index] == UInt8(ascii: "!")
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private func matches(_ text: StaticString, at position: Int) -> Bool {
    guard position + text.utf8CodeUnitCount <= swift.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { swift[position + $0] == text.utf8Start[$0] }
  }

  private func poundCount(at position: Int) -> Int {
    var end = position
    while end < swift.count, swift[end] == UInt8(ascii: "#") { end += 1 }
    return end - position
  }

  /// Takes the byte at `index` into account, and those that belong to it; returns the next offset.
  private mutating func step(from index: Int) -> Int {
    switch openings.last?.kind {
    case .comment(let depth): stepInComment(from: index, depth: depth)
    case .string(let pounds, let isMultiline): stepInString(from: index, pounds: pounds, isMultiline: isMultiline)
    default: stepInCode(from: index)
    }
  }

  private mutating func stepInComment(from index: Int, depth: Int) -> Int {
    if matches("/*", at: index) {
      openings[openings.count - 1].kind = .comment(depth: depth + 1)
      return index + 2
    }
    if matches("*/", at: index) {
      if depth > 1 {
        openings[openings.count - 1].kind = .comment(depth: depth - 1)
      } else {
        openings.removeLast()
      }
      return index + 2
    }
    return index + 1
  }

  private mutating func stepInString(from index: Int, pounds: Int, isMultiline: Bool) -> Int {
    let byte = swift[index]
    if byte == UInt8(ascii: "\\"), poundCount(at: index + 1) >= pounds {
      let next = index + 1 + pounds
      if next < swift.count, swift[next] == UInt8(ascii: "(") {
        openings.append(Opening(kind: .parenthesis, offset: next))
      }
      return next + 1
    }
    if isMultiline ? matches("\"\"\"", at: index) : byte == UInt8(ascii: "\"") {
      let quotes = isMultiline ? 3 : 1
      guard poundCount(at: index + quotes) >= pounds else { return index + quotes }
      openings.removeLast()
      return index + quotes + pounds
    }
    if !isMultiline, Self.isLineBreak(byte) {
      hasBrokenString = true
      openings.removeLast()
    }
    return index + 1
  }

  private mutating func stepInCode(from index: Int) -> Int {
    switch swift[index] {
    case UInt8(ascii: "/") where matches("//", at: index):
      return swift[index...].firstIndex(where: Self.isLineBreak) ?? swift.count
    case UInt8(ascii: "/") where matches("/*", at: index):
      openings.append(Opening(kind: .comment(depth: 1), offset: index))
      return index + 2
    case UInt8(ascii: "\""), UInt8(ascii: "#"):
      let pounds = poundCount(at: index)
      let quote = index + pounds
      if matches("\"\"\"", at: quote) {
        openings.append(Opening(kind: .string(pounds: pounds, isMultiline: true), offset: index))
        return quote + 3
      }
      if matches("\"", at: quote) {
        openings.append(Opening(kind: .string(pounds: pounds, isMultiline: false), offset: index))
        return quote + 1
      }
      return max(quote, index + 1)
    case UInt8(ascii: "("): openings.append(Opening(kind: .parenthesis, offset: index))
    case UInt8(ascii: "["): openings.append(Opening(kind: .bracket, offset: index))
    case UInt8(ascii: "{"): openings.append(Opening(kind: .brace, offset: index))
    case UInt8(ascii: ")"): close(.parenthesis)
    case UInt8(ascii: "]"): close(.bracket)
    case UInt8(ascii: "}"): close(.brace)
    default: break
    }
    return index + 1
  }

  private mutating func close(_ kind: Opening.Kind) {
    if openings.last?.kind == kind { openings.removeLast() } else { hasStrayCloser = true }
  }
}
