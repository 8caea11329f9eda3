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

  @Test("Probabilities sum to 1 after every context, seen or not", arguments: smoothings, [1, 2, 3, 4])
  func sums(smoothing: NGramSmoothing, order: Int) {
    let (ids, names) = characters
    let model = NGramModel(order: order, vocabularySize: names.count, smoothing: smoothing)
    model.count(ids)
    let unknown = names.count - 1
    let contexts = [[], [unknown], [unknown, unknown], [0, unknown, 1]] + ids.indices.map { Array(ids[..<$0]) }
    for context in contexts {
      let row = model.probabilities(after: context)
      #expect(row.allSatisfy { $0 >= 0 })
      #expect(abs(row.reduce(0, +) - 1) < 1e-9)
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
    expect(model.probabilities(after: []), [1.0 / 3, 1.0 / 3, 1.0 / 3])
    expect(model.probabilities(after: [0]), [0.5 / 3, 1.25 / 3 + 0.5 / 3, 0.25 / 3 + 0.5 / 3])
  }

  @Test("A token that comes only after one other is unlikely after a new one") func francisco() {
    // San Francisco (0 1) many times; of, and, to (2, 3, 4) after each other in all ways.
    let model = NGramModel(order: 2, vocabularySize: 6, smoothing: .kneserNey())
    model.count([0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
    model.count([2, 3, 4, 2, 4, 3, 2, 0, 2, 5, 3, 5, 4])
    let row = model.probabilities(after: [1, 5, 0, 5])
    #expect(model.probabilities(after: [])[1] < model.probabilities(after: [])[3])
    #expect(row[3] > row[1])
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

  @Test("Perplexity is exp of the mean of -ln p") func perplexity() {
    let model = NGramModel(order: 2, vocabularySize: 3, smoothing: .addK(1))
    model.count([0, 1, 0, 1, 0, 2])
    // 0 alone: 4 of 9; then 1 after 0: 3 of 6.
    #expect(abs(model.perplexity(of: [0, 1]) - exp(-(log(4.0 / 9) + log(0.5)) / 2)) < 1e-9)
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
