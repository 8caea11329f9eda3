import Randomness

/// Chooses the next token by the scores of all.
struct TokenChooser {
  private let filters: [any ScoreFilter]
  private let isGreedy: Bool
  private var generator: RandomGenerator

  /// - Parameter promptLength: How many tokens the prompt has.
  init(_ configuration: GenerationConfiguration, promptLength: Int) {
    filters = configuration.filters(after: promptLength)
    isGreedy = configuration.isGreedy
    generator = RandomGenerator(seed: configuration.seed)
  }

  /// The token, and how likely it was among those that could be chosen.
  mutating func choose(_ scores: [Float], context: [Int]) -> (id: Int, probability: Float) {
    var scores = scores
    for filter in filters { filter.apply(to: &scores, context: context) }
    let probabilities = shares(of: scores)
    var id = 0
    if isGreedy {
      for index in scores.indices where scores[index] > scores[id] { id = index }
    } else {
      id = generator.index(weights: probabilities)
    }
    return (id, probabilities[id])
  }
}
