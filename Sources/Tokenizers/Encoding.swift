/// A text as tokens, with all that a model wants to know of them. The arrays are equally long.
public struct Encoding: Sendable, Equatable {
  /// The numbers of the tokens.
  public var ids: [Int]
  /// The tokens as the vocabulary writes them; what unigrams do not know stands as it is in the text.
  public var tokens: [String]
  /// 0 for the first text of a pair, 1 for the second.
  public var typeIDs: [Int]
  /// 1 for tokens that count, 0 for padding.
  public var attentionMask: [Int]
  /// 1 for tokens that were added to the text: marks and padding.
  public var specialTokensMask: [Int]
  /// Where each token comes from: Unicode scalars of the text, counted from its beginning.
  public var offsets: [Range<Int>]
  /// Which word each token belongs to; `nil` for tokens that were added.
  public var wordIDs: [Int?]

  /// How many tokens there are.
  public var count: Int { ids.count }

  public init(
    ids: [Int] = [], tokens: [String] = [], typeIDs: [Int] = [], attentionMask: [Int] = [],
    specialTokensMask: [Int] = [], offsets: [Range<Int>] = [], wordIDs: [Int?] = []
  ) {
    self.ids = ids
    self.tokens = tokens
    self.typeIDs = typeIDs
    self.attentionMask = attentionMask
    self.specialTokensMask = specialTokensMask
    self.offsets = offsets
    self.wordIDs = wordIDs
  }
}
