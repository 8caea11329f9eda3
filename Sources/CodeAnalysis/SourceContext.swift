/// What surrounds a place in a text, found without a compiler because the text need not be whole.
struct SourceContext {
  /// The range of bytes of the name that the place is in or directly behind; empty if there is none.
  let name: Range<Int>
  /// The range of the part of the name before the place.
  let typed: Range<Int>
  /// Whether the place is in a comment or in the literal part of a string.
  let isInert: Bool
  /// The range of the name of the function whose argument list the place is in.
  let enclosingCall: Range<Int>?

  private enum Frame {
    case parenthesis(at: Int)
    case bracket
    case brace
    /// A string with its number of `#` and whether it has three quotation marks.
    case string(pounds: Int, isMultiline: Bool)
    /// The parentheses of an interpolation.
    case interpolation
    case comment(depth: Int)
    case lineComment
  }

  /// Reads the text up to the place, a UTF-8 offset.
  init(_ text: String, at place: Int) {
    let bytes = Array(text.utf8)
    let offset = min(max(0, place), bytes.count)
    let frames = Self.openFrames(in: bytes, before: offset)

    var start = offset
    while start > 0, Self.isNameByte(bytes[start - 1]) { start -= 1 }
    var end = offset
    while end < bytes.count, Self.isNameByte(bytes[end]) { end += 1 }
    let beginsWithDigit = start < end && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start])
    name = beginsWithDigit ? offset..<offset : start..<end
    typed = beginsWithDigit ? offset..<offset : start..<offset

    switch frames.last {
    case .comment, .lineComment: isInert = true
    case .string: isInert = true
    default: isInert = beginsWithDigit && start < offset
    }
    enclosingCall = Self.enclosingCall(frames, in: bytes)
  }

  private static func enclosingCall(_ frames: [Frame], in bytes: [UInt8]) -> Range<Int>? {
    for frame in frames.reversed() {
      switch frame {
      case .parenthesis(let position):
        var start = position
        while start > 0, isNameByte(bytes[start - 1]) { start -= 1 }
        if start < position { return start..<position }
      case .bracket, .string: continue
      case .interpolation: continue
      case .brace, .comment, .lineComment: return nil
      }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  /// The brackets, strings and comments that are open at a place, the outermost first.
  private static func openFrames(in bytes: [UInt8], before end: Int) -> [Frame] {
    var frames: [Frame] = []
    var index = 0
    func matches(_ text: StaticString, at position: Int) -> Bool {
      guard position + text.utf8CodeUnitCount <= end else { return false }
      return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
    }
    func pounds(at position: Int) -> Int {
      var count = 0
      while position + count < end, bytes[position + count] == UInt8(ascii: "#") { count += 1 }
      return count
    }
    while index < end {
      let byte = bytes[index]
      switch frames.last {
      case .lineComment:
        if byte == UInt8(ascii: "\n") { frames.removeLast() }
        index += 1
      case .comment(let depth):
        if matches("/*", at: index) {
          frames[frames.count - 1] = .comment(depth: depth + 1)
          index += 2
        } else if matches("*/", at: index) {
          frames.removeLast()
          if depth > 1 { frames.append(.comment(depth: depth - 1)) }
          index += 2
        } else {
          index += 1
        }
      case .string(let count, let isMultiline):
        if byte == UInt8(ascii: "\\"), pounds(at: index + 1) >= count {
          let next = index + 1 + count
          if next < end, bytes[next] == UInt8(ascii: "(") { frames.append(.interpolation) }
          index = next + 1
        } else if isMultiline ? matches("\"\"\"", at: index) : byte == UInt8(ascii: "\"") {
          let quotes = isMultiline ? 3 : 1
          let closes = pounds(at: index + quotes) >= count
          if closes { frames.removeLast() }
          index += quotes + (closes ? count : 0)
        } else {
          if byte == UInt8(ascii: "\n"), !isMultiline { frames.removeLast() }
          index += 1
        }
      default:
        switch byte {
        case UInt8(ascii: "/") where matches("//", at: index): frames.append(.lineComment)
        case UInt8(ascii: "/") where matches("/*", at: index):
          frames.append(.comment(depth: 1))
          index += 1
        case UInt8(ascii: "\""), UInt8(ascii: "#"):
          let count = pounds(at: index)
          if matches("\"\"\"", at: index + count) {
            frames.append(.string(pounds: count, isMultiline: true))
            index += count + 2
          } else if matches("\"", at: index + count) {
            frames.append(.string(pounds: count, isMultiline: false))
            index += count
          }
        case UInt8(ascii: "("): frames.append(.parenthesis(at: index))
        case UInt8(ascii: "["): frames.append(.bracket)
        case UInt8(ascii: "{"): frames.append(.brace)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): if !frames.isEmpty { frames.removeLast() }
        default: break
        }
        index += 1
      }
    }
    return frames
  }
}
