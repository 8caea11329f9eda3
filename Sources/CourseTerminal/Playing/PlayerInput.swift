/// What somebody has typed while reading a lesson.
enum PlayerInput: Equatable {
  /// Enter alone: go on.
  case goOn
  /// `:check 08.2`
  case command(String, [String])
  case swift(String)
  case end

  init(_ line: String?) {
    guard let line else {
      self = .end
      return
    }
    let text = line.drop(while: \.isWhitespace)
    if text.isEmpty {
      self = .goOn
    } else if text.hasPrefix(":") {
      let words = text.dropFirst().split(separator: " ").map(String.init)
      self = .command(words.first ?? "help", Array(words.dropFirst()))
    } else {
      self = .swift(line)
    }
  }
}
