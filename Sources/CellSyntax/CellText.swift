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
