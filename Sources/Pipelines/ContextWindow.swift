import Tokenizers

/// A part of a long context together with the question, as a model reads it.
struct ContextWindow {
  let encoding: Encoding
  /// Where the part begins in the context, in Unicode scalars.
  let start: Int

  /// Windows over a context. Each begins with a word, and shares a quarter of its length, at most 128 tokens, with the one
  /// before, so that an answer at a border is whole in one of them.
  /// - Throws: ``PipelineError`` if there is nothing to read, a text has no tokens, or the question leaves no room.
  static func windows(
    question: String, context: String, _ tokenizer: PipelineTokenizer, limit: Int
  ) throws(PipelineError) -> [ContextWindow] {
    let whole = try tokenizer.read(context, addingSpecialTokens: false)
    let asked = try tokenizer.read(question, addingSpecialTokens: false).count
    guard whole.count > 0, asked > 0 else { throw .nothingToRead(task: "questionAnswering") }
    let marks = try tokenizer.read("", pair: "").count
    let room = limit - asked - marks
    guard room >= 1 else { throw .tooLong(task: "questionAnswering", tokens: asked + marks + 1, limit: limit) }
    let scalars = Array(context.unicodeScalars)
    var windows: [ContextWindow] = []
    var first = 0
    while true {
      let end = first + room >= whole.count ? whole.count : wordStart(in: whole, at: first + room, after: first)
      let start = whole.offsets[first].lowerBound
      let text = String(String.UnicodeScalarView(scalars[start..<max(whole.offsets[end - 1].upperBound, start)]))
      let encoding = try tokenizer.read(
        question, pair: text, truncation: Truncation(maximumLength: limit, strategy: .onlySecond))
      guard !contextTokens(of: encoding).isEmpty else { throw .noPairs }
      windows.append(ContextWindow(encoding: encoding, start: start))
      if end == whole.count { return windows }
      first = wordStart(in: whole, at: end - min(128, room / 4), after: first)
    }
  }

  /// The last token at or before a place that begins a word; the place itself if the word begins too early.
  private static func wordStart(in text: Encoding, at place: Int, after first: Int) -> Int {
    var start = place
    while start > first + 1, text.wordIDs[start] == text.wordIDs[start - 1] { start -= 1 }
    return start > first + 1 || place <= first + 1 ? max(start, first + 1) : place
  }

  /// The tokens of the context.
  static func contextTokens(of encoding: Encoding) -> Range<Int> {
    let places = encoding.ids.indices.filter { encoding.typeIDs[$0] == 1 && encoding.specialTokensMask[$0] == 0 }
    guard let first = places.first, let last = places.last else { return 0..<0 }
    return first..<last + 1
  }

  /// Where some tokens stand in the context, with the words that they are part of.
  func place(of tokens: Range<Int>) -> Range<Int> {
    let allowed = ContextWindow.contextTokens(of: encoding)
    var (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    while first > allowed.lowerBound, encoding.wordIDs[first - 1] == encoding.wordIDs[first] { first -= 1 }
    while last + 1 < allowed.upperBound, encoding.wordIDs[last + 1] == encoding.wordIDs[last] { last += 1 }
    let (from, to) = (encoding.offsets[first].lowerBound, encoding.offsets[last].upperBound)
    return start + from..<start + max(to, from)
  }
}
