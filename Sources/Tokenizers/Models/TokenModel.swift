/// A token that a model found in a piece, and how many of the piece's units it takes.
struct FoundToken: Equatable, Sendable {
  var id: Int
  /// 0 for all but the first of tokens that share their units: the bytes of a character.
  var length: Int
  /// How many units a token of no length shares with the one before it.
  var reach = 1
  /// Whether it is written as the units themselves, as it stands for what has no token.
  var isUnknown = false
}

/// What finds tokens in a piece of text.
protocol TokenModel: Sendable {
  var vocabulary: Vocabulary { get }

  /// Puts the tokens of a piece behind others, in order. They cover the piece, but for what the model has no token for.
  /// - Throws: ``TokenizerError`` if it should have one for that, and has not.
  func append(tokensOf piece: ArraySlice<TextUnit>, to tokens: inout [FoundToken]) throws(TokenizerError)
}
