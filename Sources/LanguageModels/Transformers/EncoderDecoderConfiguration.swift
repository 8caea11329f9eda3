import NeuralNetworks

/// The sizes of an ``EncoderDecoder``.
///
///     EncoderDecoderConfiguration(sourceVocabularySize: 80, targetVocabularySize: 90, features: 32, layers: 2, heads: 4)
public struct EncoderDecoderConfiguration: Codable, Sendable, Equatable {
  /// How many tokens the language has that is read.
  public var sourceVocabularySize: Int
  /// How many tokens the language has that is written.
  public var targetVocabularySize: Int
  /// How many numbers stand for each token on its way through the model.
  public var features: Int
  /// How many blocks the encoder has, and how many the decoder.
  public var layers: Int
  /// How many heads each attention has.
  public var heads: Int
  /// How many features the feed-forward part has inside; four times as many unless told otherwise.
  public var hidden: Int?
  /// How much is dropped out while training; the paper has 0.1.
  public var dropout = 0.0
  /// Whether both languages have the same tokens in one table, which is the head too, as in the paper.
  public var sharesTokens = false

  public init(sourceVocabularySize: Int, targetVocabularySize: Int, features: Int, layers: Int, heads: Int) {
    self.sourceVocabularySize = sourceVocabularySize
    self.targetVocabularySize = targetVocabularySize
    self.features = features
    self.layers = layers
    self.heads = heads
  }

  /// - Throws: ``ConfigurationError`` for the first setting that makes no model.
  public func check() throws(ConfigurationError) {
    let check = ConfigurationCheck(model: "EncoderDecoder")
    try check.size("sourceVocabularySize", sourceVocabularySize)
    try check.size("targetVocabularySize", targetVocabularySize)
    try check.size("features", features)
    try check.size("layers", layers)
    try check.size("heads", heads)
    try check.size("hidden", hidden ?? 4 * features)
    try check.divides("heads", heads, "features", features)
    guard features % 2 == 0 else {
      throw ConfigurationError("EncoderDecoder", "features", features, wanted: "even: waves come in pairs")
    }
    guard !sharesTokens || sourceVocabularySize == targetVocabularySize else {
      throw ConfigurationError(
        "EncoderDecoder", "targetVocabularySize", targetVocabularySize,
        wanted: "\(sourceVocabularySize), as both languages share their tokens")
    }
    try check.share("dropout", dropout)
  }

  /// What each block of the encoder is like.
  var encoderBlock: TransformerConfiguration { filled(.originalEncoder(features: features, heads: heads)) }
  /// What each block of the decoder is like.
  var decoderBlock: TransformerConfiguration { filled(.originalDecoder(features: features, heads: heads)) }

  private func filled(_ block: TransformerConfiguration) -> TransformerConfiguration {
    var block = block
    block.hidden = hidden
    block.dropout = dropout
    return block
  }
}
