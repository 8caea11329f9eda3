import CourseChecks
import Glassbox
import Testing

@Suite struct ElmansLetters {
  static func text(_ count: Int, seed: UInt64) -> [Int] {
    var random = RandomGenerator(seed: seed)
    let syllables = [[0, 3], [1, 4, 4], [2, 5, 5, 5]]
    var letters: [Int] = []
    while letters.count < count { letters += syllables[random.integer(below: 3)] }
    return Array(letters.prefix(count))
  }

  /// What was learned, and how surprised it is by each letter of a new text but the first.
  struct Result {
    let weights: Int
    let text: [Int]
    let surprise: [Double]

    init() {
      let texts = (0..<8).map { ElmansLetters.text(240, seed: 740 + $0) }
      let model = learnLetters(Tensor(indices: Array(texts.joined())).reshaped(to: [8, 240]))
      let text = ElmansLetters.text(600, seed: 7)
      let tokens = Tensor(indices: text).unsqueezed(0)
      let probabilities = withoutGradients { softmax(model.logits(tokens, cache: nil))[0].doubles }
      let size = model.vocabularySize
      weights = model.parameterCount
      self.text = text
      surprise = (1..<text.count).map { place in
        -log(Tensor(max(probabilities[(place - 1) * size + text[place]], 1e-30), dtype: .double)).doubleItem
      }
    }

    /// The mean surprise where a letter follows one that a condition holds for.
    func mean(_ condition: (_ place: Int) -> Bool) -> Double {
      let chosen = (1..<text.count).filter { $0 > 8 && condition($0) }.map { surprise[$0 - 1] }
      return chosen.reduce(0, +) / Double(max(chosen.count, 1))
    }
  }

  static let result = Result()
  var result: Result { ElmansLetters.result }

  private func short(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

  @Test("it has at most 5,000 weights (1 point)") func size() throws {
    let weights = result.weights
    try Check.that(weights <= 5_000, "The model has \(weights) weights.")
  }

  @Test("after a consonant its vowel is certain (1 point)") func firstVowel() throws {
    let mean = result.mean { result.text[$0 - 1] < 3 }
    try Check.that(mean < 0.1, "The surprise at the first vowel is \(short(mean)), and below 0.1 was asked for.")
  }

  @Test("it counts the vowels (2 points)") func counting() throws {
    let mean = result.mean { result.text[$0] >= 3 && result.text[$0 - 1] >= 3 }
    try Check.that(
      mean < 0.1, "The surprise at the vowels after the first is \(short(mean)), and below 0.1 was asked for.")
  }

  @Test("it does not pretend to know the next syllable (1 point)") func consonants() throws {
    let mean = result.mean { result.text[$0] < 3 }
    try Check.that(
      mean < 1.3,
      "The surprise at the consonants is \(short(mean)); who knows that all three are equally likely has 1.099.")
  }
}
