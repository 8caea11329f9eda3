extension BasicBytePairs: CustomStringConvertible {
  /// How many tokens there are, and how many of them are joined pairs.
  ///
  ///     BasicBytePairs(text: "aaabdaaabac", merges: 3).description     // "BasicBytePairs: 259 tokens, 3 joins"
  public var description: String {
    "BasicBytePairs: \(256 + merges.count) tokens, \(merges.count == 1 ? "1 join" : "\(merges.count) joins")"
  }
}
