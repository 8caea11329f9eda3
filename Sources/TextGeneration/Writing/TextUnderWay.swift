import Tokenizers

/// A text while it is written: what is certain of it, and whether it goes on.
struct TextUnderWay {
  private let tokenizer: any Tokenizer
  private let stopTokens: Set<Int>
  private var decoder: StreamingDecoder
  private var stops: StopSearch
  private var tokens: [GeneratedText.Token] = []
  /// Why the writing has ended, if it has.
  private var reason: GeneratedText.EndReason?

  /// - Parameter prompt: The tokens before the text: some tokenizers put a space between the two.
  init(_ tokenizer: any Tokenizer, after prompt: [Int], _ configuration: GenerationConfiguration) {
    self.tokenizer = tokenizer
    stopTokens = configuration.stopTokens
    decoder = StreamingDecoder(tokenizer, after: prompt)
    stops = StopSearch(configuration.stopSequences)
  }

  var isEnded: Bool { reason != nil }

  /// Takes the next token, and gives the text that is certain now.
  mutating func take(_ id: Int, probability: Float) -> String {
    guard !stopTokens.contains(id) else {
      reason = .stopToken
      return ""
    }
    tokens.append(
      GeneratedText.Token(id: id, text: tokenizer.token(for: id) ?? "", probability: Double(probability)))
    let certain = stops.take(decoder.append(id))
    if stops.isFound { reason = .stopSequence }
    return certain
  }

  /// What was held back for nothing.
  mutating func finish() -> String { stops.isFound ? "" : stops.take(decoder.finish()) + stops.finish() }

  /// The text, once it is finished.
  func text(prompt: String) -> GeneratedText {
    GeneratedText(prompt: prompt, text: stops.text, tokens: tokens, endReason: reason ?? .length)
  }
}
