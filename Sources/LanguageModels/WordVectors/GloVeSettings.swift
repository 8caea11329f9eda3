/// How ``GloVe`` learns.
public struct GloVeSettings: Sendable, Equatable, Codable {
  /// How many numbers stand for a word.
  public var size = 50
  /// How often all pairs are seen.
  public var epochs = 25
  public var learningRate = 0.05
  /// From which count on a pair counts in full.
  public var maximum = 100.0
  /// How much less rarer pairs count.
  public var exponent = 0.75
  /// Fixes the first vectors and the order of the pairs.
  public var seed: UInt64 = 0

  public init() {}

  func check() throws(ConfigurationError) {
    let check = ConfigurationCheck(model: "GloVe")
    try check.size("size", size)
    try check.size("epochs", epochs)
    try check.positive("learningRate", learningRate)
    try check.positive("maximum", maximum)
    try check.positive("exponent", exponent)
  }
}
