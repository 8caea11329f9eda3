import NeuralNetworks

/// The sizes of a ``BERT``.
///
///     let tiny = BERTConfiguration(vocabularySize: 100, contextLength: 32, features: 16, layers: 2, heads: 2)
///     tiny.typeCount     // 2
public struct BERTConfiguration: Codable, Sendable, Equatable {
  /// How many tokens there are.
  public var vocabularySize: Int
  /// How many tokens a text has at most.
  public var contextLength: Int
  /// How many numbers stand for each token on its way through the model.
  public var features: Int
  /// How many blocks come one after the other.
  public var layers: Int
  /// How many heads each attention has.
  public var heads: Int
  /// How many features the feed-forward part has inside; four times as many unless told otherwise.
  public var hidden: Int?
  /// How many parts of a text are told apart, such as question and context; 0 for DistilBERT, which tells none.
  public var typeCount = 2
  /// Whether the first position is turned into a summary of the text; DistilBERT has none.
  public var hasPooler = true
  /// How much is dropped out while training.
  public var dropout = 0.0
  /// How many of the weights of attention are dropped while training.
  public var attentionDropout = 0.0
  /// How much a head for classes drops out of what it reads; as much as elsewhere unless told otherwise.
  public var classifierDropout: Double?
  /// How much a head for answers drops out, which DistilBERT's alone does; as much as elsewhere unless told otherwise.
  public var answerDropout: Double?
  /// What the norms add so that nothing is divided by 0.
  public var epsilon = 1e-12
  /// Whether the head that fills gaps compares with the table of tokens; otherwise it has one of its own.
  public var tiesHead = true
  /// What bends the hidden features.
  public var activation = Activation.gelu

  public init(vocabularySize: Int, contextLength: Int, features: Int, layers: Int, heads: Int) {
    self.vocabularySize = vocabularySize
    self.contextLength = contextLength
    self.features = features
    self.layers = layers
    self.heads = heads
  }

  /// - Throws: ``ConfigurationError`` for the first setting that makes no model.
  public func check() throws(ConfigurationError) {
    let check = ConfigurationCheck(model: "BERT")
    try check.size("vocabularySize", vocabularySize)
    try check.size("contextLength", contextLength)
    try check.size("features", features)
    try check.size("layers", layers)
    try check.size("heads", heads)
    try check.size("hidden", hidden ?? 4 * features)
    if typeCount != 0 { try check.size("typeCount", typeCount) }
    try check.divides("heads", heads, "features", features)
    try check.share("dropout", dropout)
    try check.share("attentionDropout", attentionDropout)
    try check.share("classifierDropout", classifierDropout ?? dropout)
    try check.share("answerDropout", answerDropout ?? dropout)
    try check.positive("epsilon", epsilon)
  }

  /// What each block is like.
  var block: TransformerConfiguration {
    var block = TransformerConfiguration.bert(features: features, heads: heads)
    block.hidden = hidden
    block.activation = activation
    block.epsilon = epsilon
    block.dropout = dropout
    block.attentionDropout = attentionDropout
    return block
  }
}
