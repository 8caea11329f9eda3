/// A cell's text, split into Swift and commands.
///
/// A command is a line that begins with `%` or `!` outside braces, strings and comments. A first line that begins with
/// `%%` makes the whole cell the body of one command. Pieces of Swift keep their place: the lines of the other pieces
/// are empty in them, so that line numbers stay true.
public struct CellText: Sendable, Equatable {
  public enum Piece: Sendable, Equatable {
    case swift(String)
    case command(CommandLine)
  }

  public enum Content: Sendable, Equatable {
    /// Nothing but Swift.
    case swift(String)
    /// Swift and commands, in the order of the text.
    case pieces([Piece])
    /// `%%name arguments` with the lines below it.
    case cellCommand(CommandLine, body: String)
  }

  public let content: Content

  /// - Parameter isName: Whether the session knows a name. `!done` is Swift if `done` is a variable, else a shell command.
  public init(_ text: String, isName: (String) -> Bool = { _ in false }) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    if let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }),
      let command = CommandLine(lines[first], line: first + 1),
      command.isCellCommand
    {
      content = .cellCommand(command, body: lines[(first + 1)...].joined(separator: "\n"))
      return
    }
    var scanner = NestingScanner()
    var pieces: [Piece] = []
    var swift: [String] = []
    var swiftStart = 0
    func flush(before end: Int) {
      if swift.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
        pieces.append(.swift(String(repeating: "\n", count: swiftStart) + swift.joined(separator: "\n")))
      }
      swift = []
      swiftStart = end + 1
    }
    for (index, line) in lines.enumerated() {
      if scanner.isAtTopLevel, let command = CommandLine(line, line: index + 1), !command.isSwift(isName: isName) {
        flush(before: index)
        pieces.append(.command(command))
      } else {
        scanner.read(line)
        swift.append(line)
      }
    }
    let hasCommands = !pieces.isEmpty
    flush(before: lines.count)
    content = hasCommands ? .pieces(pieces) : .swift(text)
  }
}

extension CellText {
  /// The deepest nesting of brackets that is read. Beyond it the time of parsing grows out of all proportion.
  public static let deepestNesting = 250
  /// The same for square brackets, where each level doubles the time: it may be the beginning of a type.
  public static let deepestSquareNesting = 16

  /// The first line, counted from 1, in which brackets are nested too deeply.
  public static func tooDeepLine(in text: String) -> Int? {
    var scanner = NestingScanner()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      scanner.read(String(line))
      if scanner.deepest > deepestNesting || scanner.deepestSquare > deepestSquareNesting { return index + 1 }
    }
    return nil
  }
}

/// A line that is a command: `%who`, `%%bash`, `!ls`.
public struct CommandLine: Sendable, Equatable {
  public enum Mark: String, Sendable {
    case line = "%"
    case cell = "%%"
    case shell = "!"
  }

  public var mark: Mark
  /// The command's name; empty for `!` and for a lone `%`.
  public var name: String
  public var arguments: String
  /// The line in the cell, counted from 1.
  public var line: Int

  public init?(_ text: String, line: Int) {
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    self.line = line
    if trimmed.hasPrefix("!") {
      guard !trimmed.hasPrefix("!=") else { return nil }
      mark = .shell
      name = ""
      arguments = String(trimmed.dropFirst().drop { $0 == " " })
      return
    }
    guard trimmed.hasPrefix("%") else { return nil }
    mark = trimmed.hasPrefix("%%") ? .cell : .line
    let rest = trimmed.dropFirst(mark.rawValue.count)
    let end = rest.firstIndex { $0 == " " || $0 == "\t" } ?? rest.endIndex
    name = String(rest[..<end])
    arguments = String(rest[end...].drop { $0 == " " || $0 == "\t" })
    while arguments.last?.isWhitespace ?? false { arguments.removeLast() }
  }

  var isCellCommand: Bool { mark == .cell }

  /// Whether a line that begins with `!` is a Swift expression after all.
  fileprivate func isSwift(isName: (String) -> Bool) -> Bool {
    guard mark == .shell else { return false }
    let word = arguments.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName(String(word)) || arguments.hasPrefix("(")
  }
}

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
