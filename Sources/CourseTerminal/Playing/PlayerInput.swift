/// What somebody has typed while reading a lesson.
enum PlayerInput: Equatable {
  /// Enter alone: go on.
  case goOn
  /// `:check 08.2`
  case command(String, [String])
  case swift(String)
  case end

  /// What somebody types who does not know of the colon yet; none of them is a line of Swift.
  private static let bareCommands: Set<String> = ["help", "quit", "exit", "?", "quit()", "exit()", "help()"]

  init(_ line: String?) {
    guard let line else {
      self = .end
      return
    }
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.isEmpty {
      self = .goOn
    } else if words[0].hasPrefix(":") {
      let parts = line.drop(while: \.isWhitespace).dropFirst().split(whereSeparator: \.isWhitespace).map(String.init)
      self = .command(parts.first?.lowercased() ?? "help", Array(parts.dropFirst()))
    } else if words.count > 1, words[0] == "lesson", words[1].allSatisfy(\.isLetter) {
      // The texts name commands of the shell; typed here they mean the same.
      self = .command(words[1], Array(words.dropFirst(2)))
    } else if words.count == 1, Self.bareCommands.contains(words[0].lowercased()) {
      self = .command(words[0].lowercased().filter { $0 != "(" && $0 != ")" }, [])
    } else {
      self = .swift(line)
    }
  }
}
