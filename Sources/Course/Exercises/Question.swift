/// A question with choices, each with the reason why it is right or wrong. Without choices the answer is open.
public struct Question: Sendable, Equatable {
  public struct Choice: Sendable, Equatable {
    /// `a`, `b`, …
    public var letter: String
    public var text: String
    public var reason: String
    public var isRight: Bool
  }

  public var prompt: String
  public var choices: [Choice]

  public var rightChoice: Choice? { choices.first(where: \.isRight) }

  /// Reads the lines of a question and below them its choices:
  ///
  ///     Which token will the second one look at most?
  ///     - [ ] itself — Its own key is only half as long.
  ///     - [x] the third — Their keys point the same way.
  init(_ text: String, file: String, line: Int) throws(CourseMistake) {
    var prompt: [Substring] = []
    choices = []
    for (index, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard row.hasPrefix("- [") else {
        if choices.isEmpty || row.allSatisfy(\.isWhitespace) { prompt.append(row) }
        continue
      }
      let parts = row.dropFirst(6).split(separator: " — ", maxSplits: 1)
      guard parts.count == 2 else {
        throw CourseMistake(file: file, line: line + index, .choiceWithoutReason(String(row.dropFirst(6))))
      }
      choices.append(
        Choice(
          letter: String(UnicodeScalar(UInt8(97 + choices.count % 26))), text: String(parts[0]).trimmed,
          reason: String(parts[1]).trimmed, isRight: row.hasPrefix("- [x] ")))
    }
    self.prompt = prompt.joined(separator: "\n").trimmed
    guard !self.prompt.isEmpty else { throw CourseMistake(file: file, line: line, .question("it asks nothing.")) }
    guard choices.isEmpty || choices.count(where: \.isRight) == 1 else {
      throw CourseMistake(file: file, line: line, .question("exactly one choice must be right, marked `- [x]`."))
    }
  }
}
