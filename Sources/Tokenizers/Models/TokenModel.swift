/// A token that a model found in a piece, and how many of the piece's units it takes.
struct FoundToken: Equatable, Sendable {
  var id: Int
  var length: Int
}

/// What finds tokens in a piece of text.
protocol TokenModel: Sendable {
  var vocabulary: Vocabulary { get }

  /// The tokens of a piece, in order. They cover the piece, but for what the model has no token for.
  func tokens(of piece: [Unicode.Scalar]) -> [FoundToken]
}
