/// What a sort of compiler message means, in words for someone who has not met it before.
struct Explanation: Hashable, Sendable {
  /// The wordings of the compiler to which this belongs.
  let messages: [MessagePattern]
  /// If not empty, the source line must look like one of these.
  let lines: [MessagePattern]
  /// One or two sentences with the smallest change; `{1}` stands for what the message's first `…` was, and so on.
  let text: String
  /// Whether the compiler's other errors in the same line only follow from this one.
  let coversLine: Bool
  /// Whether the compiler's proposals lead away from what was meant.
  let hidesProposals: Bool

  /// Belongs to the given messages wherever they appear.
  init(_ messages: MessagePattern..., text: String, hidesProposals: Bool = false) {
    self.messages = messages
    lines = []
    self.text = text
    coversLine = false
    self.hidesProposals = hidesProposals
  }

  /// Belongs to what the compiler says about lines that look like this, because it cannot know what they are.
  init(lines: MessagePattern..., messages: [MessagePattern] = ["…"], text: String) {
    self.messages = messages
    self.lines = lines
    self.text = text
    coversLine = true
    hidesProposals = true
  }

  /// Returns the sentences for a message about a source line, or `nil` if they do not belong to it.
  func sentences(for message: String, line: String?) -> String? {
    if !lines.isEmpty {
      guard let line = line?.codeAlone, lines.contains(where: { $0.captures(in: line) != nil }) else { return nil }
    }
    for pattern in messages {
      guard let captures = pattern.captures(in: message) else { continue }
      return captures.enumerated().reduce(text) { result, capture in
        let place = "{\(capture.offset + 1)}"
        let takesAn = capture.element.first.map { "AEIOUaeiou".contains($0) } ?? false
        let grammatical =
          takesAn
          ? result.replacingOccurrences(of: "a `\(place)", with: "an `\(place)")
            .replacingOccurrences(of: "A `\(place)", with: "An `\(place)")
          : result
        return grammatical.replacingOccurrences(of: place, with: capture.element)
      }
    }
    return nil
  }

  /// All explanations, the most exact first.
  private static let all = foreignLines + libraries + names + types + statements + safety + declarations

  /// Finds the first explanation that fits.
  static func find(for message: String, line: String?) -> (explanation: Explanation, sentences: String)? {
    for explanation in all {
      if let sentences = explanation.sentences(for: message, line: line) { return (explanation, sentences) }
    }
    return nil
  }
}

extension String {
  /// The line without blanks around it, without a comment and without what stands in quotation marks.
  fileprivate var codeAlone: String {
    var code = ""
    var quoted = false
    var previous: Character?
    for character in self {
      if !quoted, character == "/", previous == "/" {
        code.removeLast()
        break
      }
      if character == "\"", !(quoted && previous == "\\") {
        quoted.toggle()
        code.append(character)
      } else if !quoted {
        code.append(character)
      }
      previous = character
    }
    while code.first?.isWhitespace == true { code.removeFirst() }
    while code.last?.isWhitespace == true { code.removeLast() }
    return code
  }

  fileprivate func replacingOccurrences(of piece: String, with other: String) -> String {
    split(separator: piece, omittingEmptySubsequences: false).joined(separator: other)
  }
}
