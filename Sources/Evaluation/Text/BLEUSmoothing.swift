/// What ``BLEU`` does about a length of runs of which none is right, so that the whole is not 0; named as in sacreBLEU.
///
/// Source: Chen and Cherry, A Systematic Comparison of Smoothing Techniques for Sentence-Level BLEU, 2014.
public enum BLEUSmoothing: Sendable, Equatable {
  /// Nothing.
  case none
  /// The first such length counts 1/2 of a match, the next 1/4, and so on.
  case exponential
  /// Each such length counts a small number of matches.
  case floor(Double = 0.1)
  /// Something is added to matches and runs of all lengths but 1.
  case addK(Double = 1)

  /// As a signature writes it: `exp`, `floor[0.10]`.
  var signature: String {
    switch self {
    case .none: "none"
    case .exponential: "exp"
    case .floor(let value): "floor[\(value.fixed(2))]"
    case .addK(let value): "add-k[\(value.fixed(2))]"
    }
  }
}
