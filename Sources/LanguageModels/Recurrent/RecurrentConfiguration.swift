/// The sizes of a ``RecurrentLanguageModel``.
public struct RecurrentConfiguration: Codable, Sendable, Equatable {
  /// What reads the text.
  public enum Cell: String, Codable, Sendable, CaseIterable {
    /// One state, which forgets within some ten steps.
    case rnn
    /// A long short-term memory, which decides what to keep.
    case lstm
    /// A gated recurrent unit, which does so with fewer numbers.
    case gru
  }

  public var cell: Cell
  /// How many tokens there are to choose from.
  public var vocabularySize: Int
  /// How many numbers stand for each token.
  public var features: Int
  /// How many numbers the state has.
  public var hidden: Int
  /// How many cells lie over each other.
  public var layers: Int
  /// How much is dropped out while training: of the features, between the layers, and of the result.
  public var dropout = 0.0
  /// Whether the head is the table of tokens; then features and hidden are the same number.
  public var tiesHead = false

  public init(_ cell: Cell, vocabularySize: Int, features: Int, hidden: Int, layers: Int = 1) {
    self.cell = cell
    self.vocabularySize = vocabularySize
    self.features = features
    self.hidden = hidden
    self.layers = layers
  }

  /// - Throws: ``ConfigurationError`` for the first setting that makes no model.
  public func check() throws(ConfigurationError) {
    let check = ConfigurationCheck(model: "RecurrentLanguageModel")
    try check.size("vocabularySize", vocabularySize)
    try check.size("features", features)
    try check.size("hidden", hidden)
    try check.size("layers", layers)
    try check.share("dropout", dropout)
    guard !tiesHead || hidden == features else {
      throw ConfigurationError(
        "RecurrentLanguageModel", "hidden", hidden,
        wanted: "\(features) like features, as the head is the table of tokens")
    }
  }
}
