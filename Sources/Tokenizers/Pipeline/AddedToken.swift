/// A token beside the vocabulary of the model: it is found in the text as it is, before anything is cut.
public struct AddedToken: Equatable, Sendable {
  /// How it is written.
  public var content: String
  public var id: Int
  /// Whether it marks something, such as the end of a text, and is no text itself.
  public var isSpecial: Bool
  /// Whether it is only found where no word goes on beside it.
  var isWholeWord = false
  /// Whether it takes the space before it, and behind it.
  var takesSpaceBefore = false
  var takesSpaceBehind = false
  /// Whether it is looked for in the text after normalization.
  var isNormalized = false

  public init(_ content: String, id: Int, isSpecial: Bool = true) {
    self.content = content
    self.id = id
    self.isSpecial = isSpecial
  }
}
