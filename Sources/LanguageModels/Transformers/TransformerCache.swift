import NeuralNetworks
import Tensors

/// The keys and values of all blocks of a transformer.
///
///     let cache = TransformerCache(layers: 2)
///     cache.count     // 0
///
/// Texts of different length can be written together: `TransformerCache(layers: 2, padding: [0, 3])` is for a batch whose
/// second text has three tokens before it that are none of its own.
public final class TransformerCache: LanguageModelCache {
  /// One for each block, from the first to the last.
  public let blocks: [BlockCache]
  /// How many positions stand before each text that nobody looks at; `nil` if there are none.
  public private(set) var padding: [Int]?

  /// - Parameter padding: How many tokens stand before each text of the batch; none unless told otherwise.
  public convenience init(layers: Int, padding: [Int]? = nil) {
    self.init(
      blocks: (0..<layers).map { _ in BlockCache() }, padding: padding?.contains { $0 > 0 } == true ? padding : nil)
  }

  private init(blocks: [BlockCache], padding: [Int]?) { (self.blocks, self.padding) = (blocks, padding) }

  public var count: Int { blocks.first?.count ?? 0 }

  /// How many positions the longest text has.
  var textLength: Int { max(count - (padding?.min() ?? 0), 0) }

  public func copy() -> any LanguageModelCache { TransformerCache(blocks: blocks.map { $0.copy() }, padding: padding) }

  public func select(_ texts: [Int]) {
    padding = padding.map { padding in texts.map { padding[$0] } }
    for block in blocks {
      block.text.select(texts)
      block.memory.select(texts)
    }
  }

  /// Which positions count, those of new tokens `[batch, time]` among them; `nil` if all do. `[batch, count + time]`
  func mask(with tokens: Tensor) -> Tensor? {
    padding.map { padding in
      Tensor.arange(count + tokens.shape[1], dtype: .int) .>= Tensor(indices: padding).unsqueezed(1)
    }
  }

  /// The place of each new token in its own text, 0 for what stands before it; `nil` if all texts begin together.
  /// `[batch, time]`
  func positions(of tokens: Tensor) -> Tensor? {
    padding.map { padding in
      let places = (0..<tokens.shape[1]).map { count + $0 }
      return Tensor(indices: padding.flatMap { before in places.map { max($0 - before, 0) } })
        .reshaped(to: [padding.count, places.count])
    }
  }

  /// Forgets all but the first positions, to go on differently from there.
  public func truncate(to count: Int) {
    for block in blocks { block.text.truncate(to: count) }
  }
}

extension Module {
  /// The cache of a transformer with that many blocks, or the words for a cache of another kind.
  func transformerCache(_ cache: (any LanguageModelCache)?, model: String) -> TransformerCache? {
    guard let cache else { return nil }
    guard let cache = cache as? TransformerCache else { stop(.cache(model: model, wanted: "TransformerCache")) }
    return cache
  }

  /// Stops unless these are token ids `[batch, time]`, and no more than the model can look at.
  /// - Parameter first: How many came before them.
  func checkTokens(_ tokens: Tensor, model: String, first: Int = 0, contextLength: Int? = nil) {
    guard tokens.rank == 2, tokens.dtype == .int, tokens.shape[1] > 0 else {
      stop(.tokens(shape: tokens.shape, model: model))
    }
    if let contextLength, first + tokens.shape[1] > contextLength {
      stop(.tooLong(count: first + tokens.shape[1], contextLength: contextLength, model: model))
    }
  }
}
