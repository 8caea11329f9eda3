import NeuralNetworks
import Tensors

/// The keys and values of all blocks of a transformer.
///
///     let cache = TransformerCache(layers: 2)
///     cache.count     // 0
public final class TransformerCache: LanguageModelCache {
  /// One for each block, from the first to the last.
  public let blocks: [BlockCache]

  public convenience init(layers: Int) { self.init(blocks: (0..<layers).map { _ in BlockCache() }) }

  private init(blocks: [BlockCache]) { self.blocks = blocks }

  public var count: Int { blocks.first?.count ?? 0 }

  public func copy() -> any LanguageModelCache { TransformerCache(blocks: blocks.map { $0.copy() }) }

  public func select(_ texts: [Int]) {
    for block in blocks {
      block.text.select(texts)
      block.memory.select(texts)
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
