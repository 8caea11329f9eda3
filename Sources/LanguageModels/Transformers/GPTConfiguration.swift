import NeuralNetworks

/// The sizes of a ``GPT``.
///
///     let small = GPTConfiguration(vocabularySize: 65, contextLength: 64, features: 128, layers: 4, heads: 4)
///     small.parameterCount     // 809856
///
/// The standard sizes of the paper have names: ``small``, ``medium``, ``large`` and ``extraLarge``.
/// ``depth(_:vocabularySize:contextLength:)`` chooses all sizes by one number.
public struct GPTConfiguration: Codable, Sendable, Equatable {
  /// How many tokens there are to choose from.
  public var vocabularySize: Int
  /// How many tokens the model looks at.
  public var contextLength: Int
  /// How many numbers stand for each token on its way through the model.
  public var features: Int
  /// How many blocks come one after the other.
  public var layers: Int
  /// How many heads each attention has; they share the features.
  public var heads: Int
  /// How many features the feed-forward part has inside; four times as many unless told otherwise.
  public var hidden: Int?
  /// How much is dropped out while training.
  public var dropout = 0.0
  /// How much is dropped out of the rows that tokens come in by; as much as elsewhere unless told otherwise.
  public var embeddingDropout: Double?
  /// How many of the weights of attention are dropped; as much as elsewhere unless told otherwise.
  public var attentionDropout: Double?
  /// What the norms add so that nothing is divided by 0.
  public var epsilon = 1e-5
  /// What bends the hidden features.
  public var activation = Activation.geluTanh
  /// Whether the table that tokens come in by is the head that they go out by.
  public var tiesHead = true
  /// Whether the scores of attention are divided by √(features of a head).
  public var scalesAttention = true
  /// Whether the scores of block n, counted from 1, are divided by n as well.
  public var scalesAttentionByLayer = false

  public init(vocabularySize: Int, contextLength: Int, features: Int, layers: Int, heads: Int, dropout: Double = 0) {
    self.vocabularySize = vocabularySize
    self.contextLength = contextLength
    self.features = features
    self.layers = layers
    self.heads = heads
    self.dropout = dropout
  }

  /// All sizes from one: as many layers, 64 features for each of them, a head for every 64 features.
  ///
  ///     GPTConfiguration.depth(4, vocabularySize: 65, contextLength: 128).features     // 256
  ///
  /// Wider and deeper at the same rate is how models grow in practice.
  public static func depth(_ depth: Int, vocabularySize: Int, contextLength: Int) -> GPTConfiguration {
    GPTConfiguration(
      vocabularySize: vocabularySize, contextLength: contextLength, features: 64 * depth, layers: depth, heads: depth)
  }

  /// GPT-2 with 124 million parameters.
  public static let small = paper(features: 768, layers: 12, heads: 12)
  /// GPT-2 with 355 million parameters.
  public static let medium = paper(features: 1024, layers: 24, heads: 16)
  /// GPT-2 with 774 million parameters.
  public static let large = paper(features: 1280, layers: 36, heads: 20)
  /// GPT-2 with 1.6 billion parameters.
  public static let extraLarge = paper(features: 1600, layers: 48, heads: 25)

  private static func paper(features: Int, layers: Int, heads: Int) -> GPTConfiguration {
    GPTConfiguration(vocabularySize: 50_257, contextLength: 1024, features: features, layers: layers, heads: heads)
  }

  /// How many numbers such a model learns: the table of tokens, which is the head too unless that has one of its own, the
  /// table of positions, and for each block four products of attention, two of the feed-forward part, and two norms.
  public var parameterCount: Int {
    let hidden = hidden ?? 4 * features
    let norm = 2 * features
    let attention = 4 * features * features + 4 * features
    let feedForward = 2 * features * hidden + hidden + features
    let tables = (vocabularySize * (tiesHead ? 1 : 2) + contextLength) * features
    return tables + layers * (2 * norm + attention + feedForward) + norm
  }

  /// - Throws: ``ConfigurationError`` for the first setting that makes no model.
  public func check() throws(ConfigurationError) {
    let check = ConfigurationCheck(model: "GPT")
    try check.size("vocabularySize", vocabularySize)
    try check.size("contextLength", contextLength)
    try check.size("features", features)
    try check.size("layers", layers)
    try check.size("heads", heads)
    try check.size("hidden", hidden ?? 4 * features)
    try check.divides("heads", heads, "features", features)
    try check.share("dropout", dropout)
    try check.share("embeddingDropout", embeddingDropout ?? dropout)
    try check.share("attentionDropout", attentionDropout ?? dropout)
    try check.positive("epsilon", epsilon)
  }
}
