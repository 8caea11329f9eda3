/// What one block of a transformer keeps while a text is written token by token.
///
///     let caches = (0..<4).map { _ in BlockCache() }     // one for each block
public final class BlockCache {
  /// The keys and values of the text so far.
  public let text: KeyValueCache
  /// The keys and values of the memory, if the block looks at one.
  public let memory: KeyValueCache

  /// Makes an empty cache.
  public convenience init() { self.init(text: KeyValueCache(), memory: KeyValueCache()) }

  private init(text: KeyValueCache, memory: KeyValueCache) {
    self.text = text
    self.memory = memory
  }

  /// How many positions of the text are held.
  public var count: Int { text.count }

  /// A cache with the same contents that goes on by itself.
  public func copy() -> BlockCache { BlockCache(text: text.copy(), memory: memory.copy()) }
}
