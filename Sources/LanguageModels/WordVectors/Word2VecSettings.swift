/// How ``Word2Vec`` learns.
public struct Word2VecSettings: Sendable, Equatable, Codable {
  /// Which word foresees which.
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// A word foresees each of its neighbours. Better for rare words.
    case skipGram
    /// The mean of a word's neighbours foresees the word ("continuous bag of words"). Faster.
    case continuousBagOfWords
  }

  public var method = Method.skipGram
  /// How many numbers stand for a word.
  public var size = 50
  /// How many words to each side are neighbours at most; for each word a number from 1 to this one is drawn, so that
  /// nearer words count more.
  public var window = 5
  /// How many words are drawn by chance for each true neighbour.
  public var negatives = 5
  /// How often the texts are read.
  public var epochs = 5
  /// How far the first steps go; the last ones go hardly anywhere.
  public var learningRate = 0.025
  /// How often a word must occur; others are taken out of the texts.
  public var minimumCount = 1
  /// From which share of all words on a word is so frequent that it is skipped now and then; `nil` for never.
  public var subsampling: Double? = 1e-3
  /// Fixes the first vectors and all that is drawn.
  public var seed: UInt64 = 0

  public init(method: Method = .skipGram) { self.method = method }

  func check() throws(ConfigurationError) {
    let check = ConfigurationCheck(model: "Word2Vec")
    try check.size("size", size)
    try check.size("window", window)
    try check.size("negatives", negatives)
    try check.size("epochs", epochs)
    try check.positive("learningRate", learningRate)
    if let subsampling { try check.positive("subsampling", subsampling) }
  }
}
