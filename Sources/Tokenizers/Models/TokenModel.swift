/// A token that a model found in a piece, and how many of the piece's units it takes.
struct FoundToken: Equatable, Sendable {
  var id: Int
  var length: Int
}

/// What finds tokens in a piece of text.
protocol TokenModel: Sendable {
  var vocabulary: Vocabulary { get }

  /// Puts the tokens of a piece behind others, in order. They cover the piece, but for what the model has no token for.
  func append(tokensOf piece: ArraySlice<TextUnit>, to tokens: inout [FoundToken])
}
