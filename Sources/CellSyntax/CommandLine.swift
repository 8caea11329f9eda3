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
  func isSwift(isName: (String) -> Bool) -> Bool {
    guard mark == .shell else { return false }
    let word = arguments.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName(String(word)) || arguments.hasPrefix("(")
  }
}
