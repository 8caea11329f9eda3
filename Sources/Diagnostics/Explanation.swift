/// What a sort of compiler message means, in words for someone who has not met it before.
struct Explanation: Hashable, Sendable {
  /// The wordings of the compiler to which this belongs.
  let messages: [MessagePattern]
  /// If not empty, the source line must look like one of these.
  var lines: [MessagePattern] = []
  /// If not empty, the source from the place of the message on must look like one of these, with a name first.
  var beginnings: [MessagePattern] = []
  /// One or two sentences with the smallest change; `{1}` stands for what the message's first `…` was, and so on, and
  /// `{here 1}` for what the first `…` of the beginning was.
  let text: String
  /// The number of the message's `…` that must name a type of the learner's own.
  var ownType: Int?
  /// Whether the compiler's other errors in the same line only follow from this one.
  var coversLine = false
  /// Whether the compiler's proposals lead away from what was meant.
  var hidesProposals = false

  /// Belongs to the given messages wherever they appear.
  init(
    _ messages: MessagePattern..., text: String, ownType: Int? = nil, coversLine: Bool = false,
    hidesProposals: Bool = false
  ) {
    self.init(messages, text: text)
    self.ownType = ownType
    self.coversLine = coversLine
    self.hidesProposals = hidesProposals
  }

  init(_ messages: [MessagePattern], text: String) {
    self.messages = messages
    self.text = text
  }

  /// Belongs to what the compiler says about lines that look like this, because it cannot know what they are.
  init(
    lines: MessagePattern..., messages: [MessagePattern] = ["…"], text: String, ownType: Int? = nil,
    coversLine: Bool = true, hidesProposals: Bool = true
  ) {
    self.messages = messages
    self.lines = lines
    self.text = text
    self.ownType = ownType
    self.coversLine = coversLine
    self.hidesProposals = hidesProposals
  }

  /// Belongs to what the compiler says at places where the source goes on like this.
  init(
    beginnings: MessagePattern..., lines: [MessagePattern] = [], messages: [MessagePattern], text: String
  ) {
    self.messages = messages
    self.lines = lines
    self.beginnings = beginnings
    self.text = text
    coversLine = true
    hidesProposals = true
  }

  /// Returns the sentences for a message about a source line, or `nil` if they do not belong to it.
  func sentences(for message: String, in source: ExplainedSource) -> String? {
    if !lines.isEmpty {
      guard let line = source.line?.codeAlone, lines.contains(where: { $0.captures(in: line) != nil }) else {
        return nil
      }
    }
    var sentences = text
    if !beginnings.isEmpty {
      guard let rest = source.rest else { return nil }
      guard let captures = beginnings.lazy.compactMap({ $0.captures(in: rest) }).first,
        captures[0].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
      else { return nil }
      for (index, capture) in captures.enumerated() {
        sentences = sentences.replacingOccurrences(of: "{here \(index + 1)}", with: capture)
      }
    }
    for pattern in messages {
      guard let captures = pattern.captures(in: message) else { continue }
      if let ownType, !captures.indices.contains(ownType - 1) || !source.declares(captures[ownType - 1]) { continue }
      return Self.filled(sentences, with: captures)
    }
    return nil
  }

  /// The sentences with what the message speaks of, each with the right article.
  private static func filled(_ sentences: String, with captures: [String]) -> String {
    captures.enumerated().reduce(sentences) { result, capture in
      let place = "{\(capture.offset + 1)}"
      // A `UInt8` is spoken like "you".
      let takesAn =
        capture.element.first.map { "AEIOUaeiou".contains($0) } == true && !capture.element.hasPrefix("UInt")
      let grammatical =
        takesAn
        ? result.replacingOccurrences(of: "a `\(place)", with: "an `\(place)")
          .replacingOccurrences(of: "A `\(place)", with: "An `\(place)")
        : result
      return grammatical.replacingOccurrences(of: place, with: capture.element)
    }
  }

  /// All explanations, the most exact first.
  static let all =
    pyTorch + models + sizes + indices + python + foreignLines + tensors + pythonNames + foreignMembers + libraries
    + names
    + missingImports + conversions + operators + types + statements + safety + declarations

  /// Finds the first explanation that fits.
  static func find(
    for message: String, in source: ExplainedSource
  ) -> (explanation: Explanation, sentences: String)? {
    for explanation in all {
      if let sentences = explanation.sentences(for: message, in: source) { return (explanation, sentences) }
    }
    return nil
  }
}
