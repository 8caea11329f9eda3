/// What a model keeps of a text that is written token by token, so that nothing is computed twice.
public protocol LanguageModelCache: AnyObject {
  /// How many positions are held.
  var count: Int { get }

  /// A cache with the same contents that goes on by itself.
  func copy() -> any LanguageModelCache

  /// Keeps the given texts of the batch, in that order; one may come several times.
  func select(_ texts: [Int])
}
