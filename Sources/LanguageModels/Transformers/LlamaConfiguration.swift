import NeuralNetworks

/// The sizes of a ``Llama``.
///
///     var tiny = LlamaConfiguration(vocabularySize: 65, contextLength: 64, features: 48, layers: 2, heads: 4)
///     tiny.keyValueHeads = 2
public struct LlamaConfiguration: Codable, Sendable, Equatable {
  /// How many tokens there are to choose from.
  public var vocabularySize: Int
  /// How many tokens the model was made to look at.
  public var contextLength: Int
  /// How many numbers stand for each token on its way through the model.
  public var features: Int
  /// How many blocks come one after the other.
  public var layers: Int
  /// How many heads of queries each attention has.
  public var heads: Int
  /// How many features each head has; an even share of all unless told otherwise.
  public var headSize: Int?
  /// How many heads of keys and values; as many as queries unless told otherwise. Fewer make the cache smaller.
  public var keyValueHeads: Int?
  /// How many features the feed-forward part has inside; 8/3 as many unless told otherwise.
  public var hidden: Int?
  /// How much slower the slowest pair of features turns than the fastest.
  public var rotaryBase = 10_000.0
  /// How the turning is slowed down, where the model reads longer texts than it was trained on.
  public var rotaryScaling: RotaryScaling?
  /// Whether the linear layers of attention add something.
  public var attentionBias = false
  /// Whether those of the feed-forward part do.
  public var feedForwardBias = false
  /// What bends the gate of the feed-forward part.
  public var activation = Activation.silu
  /// What the norms add so that nothing is divided by 0.
  public var epsilon = 1e-6
  /// Whether the head is the table of tokens.
  public var tiesHead = false
  /// How much is dropped out while training.
  public var dropout = 0.0

  public init(
    vocabularySize: Int, contextLength: Int, features: Int, layers: Int, heads: Int, dropout: Double = 0
  ) {
    self.vocabularySize = vocabularySize
    self.contextLength = contextLength
    self.features = features
    self.layers = layers
    self.heads = heads
    self.dropout = dropout
  }

  /// - Throws: ``ConfigurationError`` for the first setting that makes no model.
  public func check() throws(ConfigurationError) {
    let check = ConfigurationCheck(model: "Llama")
    try check.size("vocabularySize", vocabularySize)
    try check.size("contextLength", contextLength)
    try check.size("features", features)
    try check.size("layers", layers)
    try check.size("heads", heads)
    try check.size("hidden", hidden ?? 8 * features / 3)
    if let headSize {
      try check.size("headSize", headSize)
      try check.size("heads · headSize", heads * headSize)
      guard headSize % 2 == 0 else {
        throw ConfigurationError("Llama", "headSize", headSize, wanted: "even, as positions turn pairs of features")
      }
    } else {
      try check.divides("heads", heads, "features", features)
      guard features / heads % 2 == 0 else {
        throw ConfigurationError("Llama", "heads", heads, wanted: "such that each head has an even number of features")
      }
    }
    try check.size("keyValueHeads", keyValueHeads ?? heads)
    try check.divides("keyValueHeads", keyValueHeads ?? heads, "heads", heads)
    try check.positive("rotaryBase", rotaryBase)
    try check.scaling(rotaryScaling)
    try check.share("dropout", dropout)
    try check.positive("epsilon", epsilon)
  }
}
