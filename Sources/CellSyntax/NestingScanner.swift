/// Follows braces, strings and comments from line to line.
public struct NestingScanner {
  private var depth = 0
  /// The greatest depth so far.
  private(set) var deepest = 0
  private var squareDepth = 0
  /// The greatest depth of square brackets so far.
  private(set) var deepestSquare = 0
  private var commentDepth = 0
  private var isInLongString = false

  public init() {}

  /// Whether the next line begins outside of everything.
  public var isAtTopLevel: Bool { depth == 0 && commentDepth == 0 && !isInLongString }

  /// Takes in a line.
  public mutating func read(_ line: String) {
    let bytes = Array(line.utf8)
    var index = 0
    var isInString = false
    func has(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }
    while index < bytes.count {
      if commentDepth > 0 {
        if has("*/") {
          commentDepth -= 1
          index += 1
        } else if has("/*") {
          commentDepth += 1
          index += 1
        }
      } else if isInLongString {
        if has("\\") {
          index += 1
        } else if has("\"\"\"") {
          isInLongString = false
          index += 2
        }
      } else if isInString {
        if has("\\") { index += 1 } else if bytes[index] == UInt8(ascii: "\"") { isInString = false }
      } else if has("//") {
        return
      } else if has("/*") {
        commentDepth += 1
        index += 1
      } else if has("\"\"\"") {
        isInLongString = true
        index += 2
      } else if bytes[index] == UInt8(ascii: "\"") {
        isInString = true
      } else if "([{".utf8.contains(bytes[index]) {
        depth += 1
        deepest = max(deepest, depth)
        if bytes[index] == UInt8(ascii: "[") {
          squareDepth += 1
          deepestSquare = max(deepestSquare, squareDepth)
        }
      } else if ")]}".utf8.contains(bytes[index]) {
        depth = max(0, depth - 1)
        if bytes[index] == UInt8(ascii: "]") { squareDepth = max(0, squareDepth - 1) }
      }
      index += 1
    }
  }
}
