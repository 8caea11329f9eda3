/// A model that mixes what came after the last two tokens, after the last one, and in all.
struct MixedModel {
  /// Counts what comes after what.
  init(_ text: [Int], vocabulary: Int) {
    // count here
  }

  /// How likely each token is after a context. `[vocabulary]`
  func probabilities(after context: [Int]) -> [Double] {
    []  // replace this line
  }
}
