import Displays
import Foundation
import Randomness
import Tensors
import Testing

@testable import LanguageModels

@Suite("Counting models") struct NGramTests {
  private static let smoothings: [NGramSmoothing] = [
    .addK(0), .addK(1), .addK(0.01), .stupidBackOff(), .stupidBackOff(factor: 1), .kneserNey(),
    .kneserNey(discount: 0.1), .kneserNey(discount: 1),
  ]
  private let text = "the cat sat on the mat, the cat ate. 床前明月光，疑是地上霜。".unicodeScalars.map { $0 }

  /// A text as numbers of its characters, and how many there are with one that never occurs.
  private var characters: (ids: [Int], names: [String]) {
    let names = Set(text).sorted()
    return (text.compactMap { names.firstIndex(of: $0) }, names.map { String($0) } + ["?"])
  }

  // Up to 2,000 tokens that are not alike in frequency, in texts of 0 to 30, and two tokens that never come. Sums of 30
  // probabilities are exact to some 1e-15.
  @Test("Probabilities sum to 1 after every context, seen or not, short or long", arguments: smoothings, 0..<12)
  func sums(smoothing: NGramSmoothing, seed: Int) {
    var random = RandomGenerator(seed: UInt64(seed))
    let order = 1 + seed % 5
    let vocabularySize = 3 + random.integers(count: 1, below: 28)[0]
    let weights = (0..<vocabularySize).map { $0 < 2 ? 0 : 1 / Float($0) }
    let model = NGramModel(order: order, vocabularySize: vocabularySize, smoothing: smoothing)
    let texts = random.integers(count: 1 + seed * 11, below: 31).map { length in
      (0..<length).map { _ in random.index(weights: weights) }
    }
    texts.forEach(model.count)
    var contexts = texts.prefix(20).flatMap { text in text.indices.map { Array(text[..<$0]) } } + [[]]
    for length in 0...order + 1 {
      contexts += (0..<10).map { _ in random.integers(count: length, below: vocabularySize) }
    }
    for context in contexts {
      let row = model.probabilities(after: context)
      #expect(row.count == vocabularySize && row.allSatisfy { $0 >= 0 })
      #expect(abs(row.reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test("A model that has counted nothing takes all tokens for equally likely", arguments: smoothings)
  func nothing(smoothing: NGramSmoothing) {
    let model = NGramModel(order: 3, vocabularySize: 4, smoothing: smoothing)
    #expect(model.probabilities(after: [1, 2]) == [0.25, 0.25, 0.25, 0.25])
    #expect(abs(model.perplexity(of: [0, 1, 2]) - 4) < 1e-9)
  }

  // By hand: "a b a b a c". After a: b twice, c once; k = 1 adds 1 to each of three.
  @Test("Bigrams of a short text, by hand") func bigrams() {
    let model = NGramModel(order: 2, vocabularySize: 3, smoothing: .addK(1))
    model.count([0, 1, 0, 1, 0, 2])
    expect(model.probabilities(after: [0]), [1.0 / 6, 3.0 / 6, 2.0 / 6])
    expect(model.probabilities(after: [2]), [1.0 / 3, 1.0 / 3, 1.0 / 3])
    #expect(model.count(of: 1, after: [2, 0]) == 2)
    #expect(model.count(of: 2, after: []) == 1)
  }

  // By hand: of six tokens a is three, b two, c one. After c nothing came: 0.4 times the single tokens, whose scores sum to
  // 0.4. After a, b has 2/3 and c 1/3 and a 0.4 · 1/2: sum 1.2.
  @Test("Stupid back-off of a short text, by hand") func backOff() {
    let model = NGramModel(order: 2, vocabularySize: 3, smoothing: .stupidBackOff())
    model.count([0, 1, 0, 1, 0, 2])
    expect(model.probabilities(after: [2]), [3.0 / 6, 2.0 / 6, 1.0 / 6])
    expect(model.probabilities(after: [0]), [0.2 / 1.2, 2 / 3.0 / 1.2, 1 / 3.0 / 1.2])
  }

  // By hand: different tokens before a: 1 (b), b: 1 (a), c: 1 (a), so each has (1 - 0.75) / 3 + 0.75 · 3 / 3 · 1 / 3 = 1/3.
  // After a: b (2 - 0.75) / 3 + 0.75 · 2 / 3 · 1/3.
  @Test("Kneser and Ney's smoothing of a short text, by hand") func kneserNey() {
    let model = NGramModel(order: 2, vocabularySize: 3, smoothing: .kneserNey())
    model.count([0, 1, 0, 1, 0, 2])
    expect(model.probabilities(after: [2]), [1.0 / 3, 1.0 / 3, 1.0 / 3])
    expect(model.probabilities(after: [0]), [0.5 / 3, 1.25 / 3 + 0.5 / 3, 0.25 / 3 + 0.5 / 3])
  }

  // By hand: a stands three times, b twice, c once: (3 - 0.75) / 6 + 0.75 · 3 / 6 · 1 / 3 = 1/2, and so on. The different
  // tokens before them would make all alike.
  @Test("Where a text begins, Kneser and Ney's smoothing counts how often tokens come") func beginning() {
    let model = NGramModel(order: 2, vocabularySize: 3, smoothing: .kneserNey())
    model.count([0, 1, 0, 1, 0, 2])
    expect(model.probabilities(after: []), [1.0 / 2, 1.0 / 3, 1.0 / 6])
    for order in 3...5 {
      let longer = NGramModel(order: order, vocabularySize: 3, smoothing: .kneserNey())
      longer.count([0, 1, 0, 1, 0, 2])
      expect(longer.probabilities(after: []), model.probabilities(after: []))
      expect(longer.probabilities(after: [0]), model.probabilities(after: [0]))
    }
  }

  // By hand, with 0 as the mark: "< a b" and "< a a". After < twice a: (2 - 0.75) / 2, and 0.75 / 2 of what the
  // single tokens say by what is before them: a comes after < and a, b after a, < after nothing. Of three, a has
  // (2 - 0.75) / 3 + 0.75 · 2 / 3 / 3 = 7/12, b 1/4, < 1/6. KenLM's rule for the mark is the same.
  @Test("What begins with a mark is counted as often as it comes") func mark() {
    let model = NGramModel(order: 3, vocabularySize: 3, smoothing: .kneserNey())
    model.count([0, 1, 2])
    model.count([0, 1, 1])
    expect(model.probabilities(after: [0]), [0.375 / 6, 0.625 + 0.375 * 7 / 12, 0.375 / 4])
  }

  @Test("A token that comes only after one other is unlikely after a new one") func francisco() {
    // San Francisco (0 1) many times; of, and, to (2, 3, 4) after each other in all ways.
    let model = NGramModel(order: 2, vocabularySize: 7, smoothing: .kneserNey())
    model.count([0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
    model.count([2, 3, 4, 2, 4, 3, 2, 0, 2, 5, 3, 5, 4])
    for context in [[6], [1, 5, 0, 5]] {
      let row = model.probabilities(after: context)
      #expect(row[1] < row[3])
    }
    // In all it is frequent.
    #expect(model.probabilities(after: [])[1] > model.probabilities(after: [])[3])
  }

  @Test("Counting in pieces is counting at once, except across their ends", arguments: smoothings)
  func pieces(smoothing: NGramSmoothing) {
    let texts = [[0, 1, 2, 0], [2, 1], [1, 1, 1, 0, 2]]
    let (first, second) = (
      NGramModel(order: 3, vocabularySize: 3, smoothing: smoothing),
      NGramModel(order: 3, vocabularySize: 3, smoothing: smoothing)
    )
    texts.forEach(first.count)
    texts.reversed().forEach(second.count)
    for context in [[], [0], [1, 1], [2, 1], [0, 2]] {
      expect(first.probabilities(after: context), second.probabilities(after: context))
    }
    #expect(first.count(of: 2, after: [2, 0]) == 0)
  }

  @Test("Without smoothing a new text is impossible; with it, it is not") func held() {
    let perplexities = [NGramSmoothing.addK(0), .addK(0.1), .kneserNey()].map { smoothing in
      let model = NGramModel(order: 2, vocabularySize: 4, smoothing: smoothing)
      model.count([0, 1, 2, 3, 0, 1])
      return model.perplexity(of: [0, 2, 1])
    }
    #expect(perplexities[0] == .infinity)
    #expect(perplexities[1].isFinite && perplexities[2].isFinite)
  }

  @Test("The first token is given, and each other one counts") func perplexity() {
    let model = NGramModel(order: 2, vocabularySize: 3, smoothing: .addK(1))
    model.count([0, 1, 0, 1, 0, 2])
    // 1 after 0: 3 of 6; then 0 after 1: 3 of 5.
    #expect(abs(model.logLikelihood(of: [0, 1, 0]) - log(0.5 * 0.6)) < 1e-12)
    #expect(abs(model.perplexity(of: [0, 1, 0]) - 1 / (0.5 * 0.6).squareRoot()) < 1e-12)
    #expect(abs(model.perplexity(of: [2, 1]) - 3) < 1e-12)
  }

  // Jurafsky and Martin's begin and end marks, 0 and 1, in each of two texts; by hand. After < a twice; after a once b
  // and once >; after b >. The probability of "< a b >" is 1 · 1/2 · 1, of three tokens without the begin mark.
  @Test("With marks, the end counts and the beginning does not") func marks() {
    let model = NGramModel(order: 2, vocabularySize: 4, smoothing: .addK(0))
    model.count([0, 2, 3, 1])
    model.count([0, 2, 1])
    #expect(abs(model.perplexity(of: [0, 2, 3, 1]) - pow(2, 1.0 / 3)) < 1e-12)
  }

  @Test(
    "Perplexity is exp of minus the log-likelihood, divided by all tokens but the first",
    arguments: smoothings, 1...4)
  func definition(smoothing: NGramSmoothing, order: Int) {
    let (ids, names) = characters
    let model = NGramModel(order: order, vocabularySize: names.count, smoothing: smoothing)
    model.count(Array(ids.dropLast(20)))
    for text in [ids, Array(ids.prefix(9)), [names.count - 1, ids[0]]] {
      #expect(model.perplexity(of: text) == exp(-model.logLikelihood(of: text) / Double(text.count - 1)))
    }
    // The product itself, where it is not too small: the geometric mean of 1 / p.
    let text = Array(ids.prefix(9))
    let product = (1..<9).reduce(1.0) { $0 * model.probabilities(after: Array(text[..<$1]))[text[$1]] }
    #expect(abs(model.perplexity(of: text) / pow(product, -1.0 / 8) - 1) < 1e-12)
  }

  @Test("A text of one token has nothing to be measured") func tooShort() {
    let words = ModelMistake.tooShort(count: 1, model: "NGramModel").description
    #expect(words.contains("this text has 1") && words.contains("two or more"))
  }

  // 3,000 draws after one context, 3 tokens: chi-square with 2 degrees of freedom is above 13.8 once in 1,000 seeds.
  @Test("What is drawn is as frequent as it is likely") func sampling() {
    let model = NGramModel(order: 1, vocabularySize: 3, smoothing: .addK(0))
    model.count([0, 1, 1, 2, 2, 2])
    var generator = RandomGenerator(seed: 2)
    let drawn = model.sample(3000, using: &generator)
    let chi = (0..<3).reduce(0.0) { sum, token in
      let expected = 500 * Double(token + 1)
      let difference = Double(drawn.count { $0 == token }) - expected
      return sum + difference * difference / expected
    }
    #expect(chi < 13.8)
    var again = RandomGenerator(seed: 2)
    #expect(model.sample(3000, using: &again) == drawn)
  }

  @Test("Its logits are logarithms of its probabilities, with a cache or without") func languageModel() {
    let (ids, names) = characters
    let model = NGramModel(order: 3, vocabularySize: names.count)
    model.count(ids)
    let tokens = Tensor(indices: Array(ids[0..<12])).reshaped(to: [2, 6])
    let whole = model.logits(tokens, cache: nil)
    #expect(whole.shape == [2, 6, names.count])
    #expect(abs(Double(whole[1, 3, ids[10]].item) - log(model.probabilities(after: [ids[8], ids[9]])[ids[10]])) < 1e-5)
    let cache = model.makeCache()
    let parts = [0..<1, 1..<4, 4..<6].map { model.logits(tokens[.all, $0], cache: cache) }
    #expect(concatenated(parts, axis: 1).isClose(to: whole, tolerance: 1e-6))
    #expect(cache.count == 6)
    let copy = cache.copy()
    copy.select([1, 1])
    let next = model.lastLogits(Tensor([[5], [5]], dtype: .int), cache: copy)
    #expect(next[0].isClose(to: next[1], tolerance: 0))
  }

  @Test("A table of bigrams shows itself") func table() {
    let model = NGramModel(order: 2, vocabularySize: 3, smoothing: .addK(0))
    model.count([0, 1, 1, 0, 1, 2])
    let table = model.table(["月", " ", "<"], shown: [0, 1])
    expect(table.shares[0], [0, 1])
    expect(table.shares[1], [1.0 / 3, 1.0 / 3])
    let lines = table.description.split(separator: "\n").map(String.init)
    #expect(lines[0].contains("月") && lines[0].contains("␣"))
    #expect(lines.last?.hasSuffix("0.33  0.33") == true)
    guard case .text(let html) = model.table(["月", " ", "<"]).display[.html] else { return #expect(Bool(false)) }
    #expect(html.contains("&lt;"))
    #expect(model.description == "NGramModel of order 2, 3 tokens, 4 different runs")
  }

  @Test("Settings that make no model are named") func settings() {
    #expect(throws: ConfigurationError.self) {
      try ConfigurationCheck(model: "NGramModel").smoothing(.kneserNey(discount: 1.5))
    }
    #expect(throws: ConfigurationError.self) { try ConfigurationCheck(model: "NGramModel").smoothing(.addK(-1)) }
  }

  private func expect(_ row: [Double], _ wanted: [Double], at location: SourceLocation = #_sourceLocation) {
    #expect(zip(row, wanted).allSatisfy { abs($0 - $1) < 1e-9 } && row.count == wanted.count, sourceLocation: location)
  }
}
