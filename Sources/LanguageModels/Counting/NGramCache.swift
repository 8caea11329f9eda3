/// The last tokens of texts that are written token by token: all that an ``NGramModel`` looks at.
public final class NGramCache: LanguageModelCache {
  public private(set) var count = 0
  /// The last tokens of each text; `nil` before the first.
  private(set) var contexts: [[Int]]?

  public init() {}

  /// Keeps what a text ends with now.
  func append(_ time: Int, _ contexts: [[Int]]) {
    count += time
    self.contexts = contexts
  }

  public func copy() -> any LanguageModelCache {
    let copy = NGramCache()
    copy.count = count
    copy.contexts = contexts
    return copy
  }

  public func select(_ texts: [Int]) { contexts = contexts.map { known in texts.map { known[$0] } } }
}
