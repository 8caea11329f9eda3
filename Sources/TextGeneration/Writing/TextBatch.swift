import LanguageModels
import NeuralNetworks
import Tensors

/// Several texts that a model goes on with together, one token of each at a time.
///
/// A token waits for all weights to come from memory, and for several texts they come once. Short texts are filled up at the
/// beginning, and what fills them is masked, so that each text gets the tokens that it would get alone.
struct TextBatch {
  private struct Text {
    var chooser: TokenChooser
    /// All tokens so far.
    var context: [Int]
    /// Those of them that the model looks at, up to the last.
    var seen: [Int]
  }

  private let model: any CausalLanguageModel
  private var texts: [Text]
  private var cache: any LanguageModelCache
  private var isRead = false

  /// - Returns: `nil` if the model reads texts of one length only.
  init?(_ model: any CausalLanguageModel, after prompts: [[Int]], _ configuration: GenerationConfiguration) {
    for ids in prompts {
      guard !ids.isEmpty else { stop(.emptyPrompt) }
      if let limit = model.contextLength, ids.count > limit { stop(.promptTooLong(count: ids.count, limit: limit)) }
    }
    guard let cache = model.makeCache(padding: Self.padding(prompts)) else { return nil }
    self.model = model
    self.cache = cache
    texts = prompts.map { Text(chooser: TokenChooser(configuration, promptLength: $0.count), context: $0, seen: $0) }
  }

  /// The next token of each text, and how likely it was.
  /// - Throws: ``NonFiniteNumber`` if the model's scores are no numbers.
  mutating func next() throws(NonFiniteNumber) -> [(id: Int, probability: Float)] {
    let scores = evaluating { model.lastLogits(unread(), cache: cache).floats }  // [texts · vocabulary]
    let vocabulary = scores.count / texts.count
    if let place = scores.firstIndex(where: { $0.isNaN || $0 == .infinity }) {
      throw model.nonFiniteScores([texts[place / vocabulary].context])
    }
    return texts.indices.map { number in
      let row = Array(scores[number * vocabulary..<(number + 1) * vocabulary])
      let token = texts[number].chooser.choose(row, context: texts[number].context)
      texts[number].context.append(token.id)
      texts[number].seen.append(token.id)
      return token
    }
  }

  /// Goes on with some of the texts only.
  mutating func keep(_ numbers: [Int]) {
    guard numbers.count < texts.count else { return }
    texts = numbers.map { texts[$0] }
    cache.select(numbers)
  }

  /// The tokens that the model has not read yet. `[texts, time]`
  private mutating func unread() -> Tensor {
    if let limit = model.contextLength {
      // What does not fit any more is forgotten: such a text is read anew from its last half, and so are the others, whole.
      for number in texts.indices where texts[number].seen.count > limit {
        texts[number].seen = texts[number].context.suffix(max(limit / 2, 1))
        isRead = false
      }
    }
    guard !isRead else { return Tensor(indices: texts.compactMap(\.seen.last)).unsqueezed(1) }
    let padding = Self.padding(texts.map(\.seen))
    if cache.count > 0 { cache = model.makeCache(padding: padding) ?? cache }
    isRead = true
    let rows = zip(texts, padding).map { text, count in Array(repeating: 0, count: count) + text.seen }
    return Tensor(indices: rows.flatMap { $0 }).reshaped(to: [rows.count, rows[0].count])
  }

  private static func padding(_ texts: [[Int]]) -> [Int] {
    let longest = texts.map(\.count).max() ?? 0
    return texts.map { longest - $0.count }
  }
}
