import LanguageModels

/// The sizes of a transformer that writes text: all that an ``Estimate`` needs to know.
///
///     ModelSizes(.small).parameters       // 124439808, GPT-2 small
public struct ModelSizes: Sendable, Equatable {
  public var vocabulary: Int
  /// How many tokens the model looks at.
  public var context: Int
  public var features: Int
  public var layers: Int
  public var heads: Int
  /// How many features each head has.
  public var headSize: Int
  /// How many heads of keys and values; they are what a cache holds.
  public var keyValueHeads: Int
  /// How many features the feed-forward part has inside.
  public var hidden: Int
  /// Whether the feed-forward part has a third product, as a gate.
  public var isGated: Bool
  /// Whether products and norms add something.
  public var hasBias: Bool
  /// Whether positions have a table of their own.
  public var hasPositions: Bool
  /// Whether the head is the table of tokens.
  public var tiesHead: Bool

  /// The sizes of a ``GPT``.
  public init(_ configuration: GPTConfiguration) {
    vocabulary = configuration.vocabularySize
    context = configuration.contextLength
    features = configuration.features
    layers = configuration.layers
    heads = configuration.heads
    headSize = features / max(heads, 1)
    keyValueHeads = heads
    hidden = configuration.hidden ?? 4 * features
    (isGated, hasBias, hasPositions, tiesHead) = (false, true, true, configuration.tiesHead)
  }

  /// The sizes of a ``Llama``.
  public init(_ configuration: LlamaConfiguration) {
    vocabulary = configuration.vocabularySize
    context = configuration.contextLength
    features = configuration.features
    layers = configuration.layers
    heads = configuration.heads
    headSize = configuration.headSize ?? features / max(heads, 1)
    keyValueHeads = configuration.keyValueHeads ?? heads
    hidden = configuration.hidden ?? 8 * features / 3
    (isGated, hasBias, hasPositions, tiesHead) = (true, false, false, configuration.tiesHead)
  }

  /// How many features the heads of queries have together.
  var queryFeatures: Int { headSize * heads }
  /// How many features keys have, and values.
  var keyValueFeatures: Int { headSize * keyValueHeads }

  /// The numbers in the products of one block: queries and output, keys and values, and the feed-forward part.
  var blockProducts: Int {
    2 * features * queryFeatures + 2 * features * keyValueFeatures + (isGated ? 3 : 2) * features * hidden
  }

  /// The biases of one block's products.
  private var blockBiases: Int {
    hasBias ? features + queryFeatures + 2 * keyValueFeatures + hidden + features + (isGated ? hidden : 0) : 0
  }

  /// How many numbers the model learns.
  public var parameters: Int {
    let norm = hasBias ? 2 * features : features
    let tables = (vocabulary + (hasPositions ? context : 0) + (tiesHead ? 0 : vocabulary)) * features
    return tables + layers * (blockProducts + blockBiases + 2 * norm) + norm
  }
}
