import LanguageModels
import NeuralNetworks
import Tensors

/// The tokens that a model writes after some others, one by one, as long as somebody asks.
///
///     for token in TokenSequence(model, after: [3, 1, 4], GenerationConfiguration(maximumNewTokens: 10)) {
///       print(token.id)
///     }
public struct TokenSequence: Sequence, IteratorProtocol {
  private let model: any CausalLanguageModel
  private var chooser: TokenChooser
  private var cache: any LanguageModelCache
  /// All tokens so far.
  private var context: [Int]
  /// Those that the model has not read yet.
  private var unread: [Int]
  private var left: Int

  public init(_ model: any CausalLanguageModel, after ids: [Int], _ configuration: GenerationConfiguration) {
    guard !ids.isEmpty else { stop(.emptyPrompt) }
    if let limit = model.contextLength, ids.count > limit { stop(.promptTooLong(count: ids.count, limit: limit)) }
    self.model = model
    chooser = TokenChooser(configuration, promptLength: ids.count)
    cache = model.makeCache()
    (context, unread) = (ids, ids)
    left = configuration.newTokens(after: ids.count)
  }

  /// The next token, and how likely it was; `nil` when there are as many as were wanted.
  public mutating func next() -> (id: Int, probability: Float)? {
    do { return try nextToken() } catch { stop(.nonFinite(error)) }
  }

  /// The next token.
  /// - Throws: ``NonFiniteNumber`` if the model's scores are no numbers.
  mutating func nextToken() throws(NonFiniteNumber) -> (id: Int, probability: Float)? {
    guard left > 0 else { return nil }
    left -= 1
    if let limit = model.contextLength, cache.count + unread.count > limit {
      // What does not fit any more is forgotten: the last half is read anew.
      cache = model.makeCache()
      unread = Array(context.suffix(Swift.max(limit / 2, 1)))
    }
    // [vocabulary]
    let scores = evaluating { model.lastLogits(Tensor(indices: unread).unsqueezed(0), cache: cache).floats }
    if scores.contains(where: { $0.isNaN || $0 == .infinity }) { throw model.nonFiniteScores([context]) }
    let token = chooser.choose(scores, context: context)
    context.append(token.id)
    unread = [token.id]
    return token
  }
}
