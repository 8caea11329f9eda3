import Displays
import Foundation
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import LanguageModels

@Suite("Word vectors") struct WordVectorTests {
  /// A language in which words differ by rank, gender and age, each of which mostly shows by words near them.
  static let grammar: [[String]] = {
    let nouns = [
      ("king", [0, 0, 0]), ("queen", [0, 1, 0]), ("prince", [0, 0, 1]), ("princess", [0, 1, 1]),
      ("man", [1, 0, 0]), ("woman", [1, 1, 0]), ("boy", [1, 0, 1]), ("girl", [1, 1, 1]),
    ]
    let marks = [
      [["crown", "throne", "palace"], ["field", "market", "village"]],
      [["he", "his", "him"], ["she", "her", "hers"]],
      [["wise", "old", "grey"], ["young", "small", "playing"]],
    ]
    var generator = RandomGenerator(seed: 11)
    return (0..<1200).map { _ in
      let (noun, features) = nouns[generator.integer(below: nouns.count)]
      let words = features.enumerated().map { feature, value in
        let isOdd = generator.integer(below: 100) < 12
        return marks[feature][isOdd ? 1 - value : value][generator.integer(below: 3)]
      }
      return generator.shuffled([noun] + words)
    }
  }()

  static let analogies = [
    ("man", "king", "woman", "queen"), ("boy", "prince", "girl", "princess"), ("king", "prince", "man", "boy"),
    ("queen", "king", "woman", "man"), ("man", "boy", "woman", "girl"),
  ]

  private func expectAnalogies(_ vectors: WordVectors, _ name: String) {
    for (first, second, third, wanted) in Self.analogies {
      let found = vectors.analogy(first, second, third)
      #expect(found.first?.word == wanted, "\(name): \(first) \(second) \(third) \(found)")
    }
  }

  @Test("Counting finds the planted analogies first") func cooccurrence() {
    expectAnalogies(CooccurrenceMatrix(Self.grammar, window: 3).vectors(size: 8), "PPMI")
  }

  @Test("Word2Vec finds the planted analogies first", arguments: Word2VecSettings.Method.allCases)
  func word2Vec(method: Word2VecSettings.Method) {
    var settings = Word2VecSettings(method: method)
    (settings.size, settings.window, settings.epochs) = (12, 3, 10)
    (settings.learningRate, settings.subsampling) = (0.1, nil)
    let learned = Word2Vec(Self.grammar, settings)
    expectAnalogies(learned.vectors, "\(method)")
    #expect(learned.losses[9] < learned.losses[0] * 0.9)
  }

  @Test("GloVe finds the planted analogies first") func gloVe() {
    var settings = GloVeSettings()
    (settings.size, settings.epochs) = (20, 30)
    let matrix = CooccurrenceMatrix(Self.grammar, window: 3, weighsByDistance: true)
    let learned = GloVe(matrix, settings)
    expectAnalogies(learned.vectors, "GloVe")
    #expect(learned.losses[29] < learned.losses[0] / 10)
  }

  @Test("The same seed gives the same vectors, another one others") func seeds() {
    let texts = Array(Self.grammar.prefix(40))
    func vectors(_ seed: UInt64) -> [[Float]] {
      var word2Vec = Word2VecSettings()
      var gloVe = GloVeSettings()
      (word2Vec.seed, word2Vec.size, gloVe.seed, gloVe.size) = (seed, 4, seed, 4)
      return [
        Word2Vec(texts, word2Vec).vectors.vectors.floats,
        GloVe(CooccurrenceMatrix(texts), gloVe).vectors.vectors.floats,
      ]
    }
    #expect(vectors(1) == vectors(1))
    #expect(vectors(1)[0] != vectors(2)[0] && vectors(1)[1] != vectors(2)[1])
  }

  @Test("A word's row is its one-hot vector times the table") func lookup() {
    let table = withRandomness(seed: 3) { Embedding(7, 4) }
    let ids = Tensor([2, 0, 6], dtype: .int)
    #expect(table(ids).isClose(to: Tensor.oneHot(ids, classes: 7).matmul(table.weight.value), tolerance: 0))
    // The article's example: with W as columns, the first word is [0, 1, 0] and the second [1, 0, 1].
    let w = Tensor([[0, 1, 0], [1, 0, 1], [0, 1, 1]])
    #expect(w.matmul(Tensor([1, 0, 0])) == Tensor([0, 1, 0]))
    #expect(w.matmul(Tensor([0, 1, 0])) == Tensor([1, 0, 1]))
  }

  // By hand: ln(1 + e^-1) + ln(1 + e^-1) + ln 2.
  @Test("The loss of negative sampling and its gradient") func negativeSampling() {
    let v = Tensor([1, 0])
    let loss = negativeSamplingLoss(v, positive: Tensor([1, 5]), negatives: Tensor([[-1, 2], [0, 3]]))
    #expect(abs(loss.item - 1.319671) < 1e-6)
    let check = GradientCheck(at: [
      Tensor([0.3, -0.2, 0.9]), Tensor([1, 2, -0.5]), Tensor([[0.1, 0.4, 2], [-1, 0, 0.7]]),
    ]) {
      negativeSamplingLoss($0[0], positive: $0[1], negatives: $0[2])
    }
    #expect(check.passes, "\(check)")
    // By hand: (σ(1) - 1) (1, 5) + σ(-1) (-1, 2) + σ(0) (0, 3), where the last score is exactly 0.
    let slope = gradient(at: v) {
      negativeSamplingLoss($0, positive: Tensor([1, 5]), negatives: Tensor([[-1, 2], [0, 3]]))
    }
    #expect(abs(slope[0].item + 0.537883) < 1e-6 && abs(slope[1].item - 0.693176) < 1e-6)
    #expect(negativeSamplingLoss(Tensor([100]), positive: Tensor([-9]), negatives: Tensor([[9]])).item == 1800)
  }

  // By hand: (10 / 100)^0.75 and that times (2 - ln 10)².
  @Test("The weight and loss of GloVe and its gradient") func gloVeFormula() {
    #expect(abs(gloVeWeight(10) - 0.177828) < 1e-6)
    #expect(gloVeWeight(100) == 1 && gloVeWeight(1e6) == 1)
    let loss = gloVeLoss(Tensor([2, 0]), Tensor([1, 3]), bias: Tensor(0), contextBias: Tensor(0), count: 10)
    #expect(abs(loss.item - 0.016282) < 1e-6)
    let check = GradientCheck(at: [Tensor([0.3, -0.2]), Tensor([1, 2]), Tensor(0.4), Tensor(-0.1)]) {
      gloVeLoss($0[0], $0[1], bias: $0[2], contextBias: $0[3], count: 7)
    }
    #expect(check.passes, "\(check)")
  }

  @Test("A step of Word2Vec goes where the automatic gradient points, also if a word is drawn twice")
  func word2VecStep() {
    let (words, size, rate) = (6, 5, Float(0.3))
    let (start, table) = withRandomness(seed: 9) { (Tensor.normal([size]), Tensor.normal([words, size])) }
    let chosen = [2, 0, 4, 4, 5]
    let result = valueAndGradients(at: [start, table]) { parts in
      let rows = parts[1].selecting(Tensor(indices: chosen))
      return negativeSamplingLoss(parts[0], positive: rows[0], negatives: rows[1...])
    }
    var step = NegativeSamplingStep(size: size, rate: rate)
    let vector = start.floats
    var outputs = table.floats
    outputs.withUnsafeMutableBufferPointer { outputs in
      vector.withUnsafeBufferPointer { vector in
        if let vector = vector.baseAddress, let outputs = outputs.baseAddress {
          step.take(vector, words: chosen, outputs: outputs)
        }
      }
    }
    #expect(abs(step.loss - result.value.item) < 1e-5)
    #expect(Tensor(step.change).isClose(to: result.gradients[0] * -Double(rate), tolerance: 1e-5))
    let moved = table - result.gradients[1] * Double(rate)
    #expect(Tensor(outputs, shape: [words, size]).isClose(to: moved, tolerance: 1e-5))
  }

  @Test("A step of GloVe goes where the automatic gradient points") func gloVeStep() {
    let (words, size) = (3, 4)
    let start = withRandomness(seed: 5) { Tensor.normal([2 * words, size + 1]) }
    let settings = GloVeSettings()
    let result = valueAndGradients(at: [start]) { parts in
      let (word, context) = (parts[0][1], parts[0][words + 2])
      return gloVeLoss(word[..<size], context[..<size], bias: word[size], contextBias: context[size], count: 6)
    }
    var numbers = GloVeNumbers(words: words, size: size, start.floats)
    let loss = numbers.step(word: 1, context: 2, count: 6, settings)
    #expect(abs(loss - result.value.doubleItem) < 1e-5)
    let slopes = result.gradients[0].floats
    for (place, number) in start.floats.enumerated() {
      let wanted = number - 0.05 * slopes[place] / (1 + slopes[place] * slopes[place]).squareRoot()
      #expect(abs(numbers.numbers[place] - wanted) < 1e-5)
    }
  }

  // By hand: 16^0.75 = 8, 1 and 81^0.75 = 27 of 36.
  @Test("Wrong words are drawn by their counts to the power of 0.75") func sampler() {
    let sampler = WordSampler(counts: [16, 1, 81])
    #expect(abs(sampler.probability(of: 0) - 8.0 / 36) < 1e-9)
    var generator = RandomGenerator(seed: 1)
    let drawn = sampler.draw(9000, using: &generator)
    for (word, share) in [8.0, 1.0, 27.0].enumerated() {
      // Within four deviations.
      let expected = 9000 * share / 36
      #expect(abs(Double(drawn.count { $0 == word }) - expected) < 4 * (expected * (1 - share / 36)).squareRoot())
    }
  }

  @Test("Words are counted within the window, near ones more if wanted; frequent words come first") func counts() {
    let texts = [["a", "b", "c", "b"], ["b"]]
    let matrix = CooccurrenceMatrix(texts, window: 2)
    #expect(matrix.words == ["b", "a", "c"])
    #expect(matrix.counts == Tensor([[2, 1, 2], [1, 0, 1], [2, 1, 0]]))
    #expect(
      CooccurrenceMatrix(texts, window: 2, weighsByDistance: true).counts
        == Tensor([[1, 1, 2], [1, 0, 0.5], [2, 0.5, 0]]))
    #expect(CooccurrenceMatrix(texts, minimumCount: 2).words == ["b"])
    // By hand: a and b meet once; P = 1/10, P(a) = 2/10, P(b) = 5/10.
    let information = matrix.positiveMutualInformation
    #expect(information[0, 1].item == 0 && information[1, 1].item == 0)
    #expect(abs(information[1, 2].item - Float(log(1.0 * 10 / (2 * 3)))) < 1e-6)
  }

  @Test("All directions together are the table: U √S √S Uᵀ") func svdIsWhole() {
    let matrix = CooccurrenceMatrix(Self.grammar, window: 3)
    let (left, values, right) = svd(matrix.positiveMutualInformation)
    let whole = (left * values).matmul(right)
    #expect(whole.isClose(to: matrix.positiveMutualInformation, tolerance: 1e-3))
    let vectors = matrix.vectors(size: 1000)
    #expect(vectors.size == matrix.words.count)
    let squared = (vectors.vectors * vectors.vectors).sum(axis: 0)
    #expect(squared.isClose(to: values, tolerance: 1e-2))
  }

  @Test("Principal components keep distances if there are enough of them, and most of them first") func components() {
    let points = withRandomness(seed: 2) { Tensor.normal([9, 3]) } * Tensor([5, 1, 0.2])
    let all = principalComponents(of: points, count: 3)
    func distances(_ points: Tensor) -> Tensor {
      let differences = points.unsqueezed(0) - points.unsqueezed(1)
      return (differences * differences).sum(axis: -1)
    }
    #expect(distances(all).isClose(to: distances(points), tolerance: 1e-3))
    let spread = (all * all).sum(axis: 0).floats
    #expect(spread[0] > spread[1] && spread[1] > spread[2])
    #expect(principalComponents(of: points, count: 99).shape == [9, 3])
  }

  @Test("Words show themselves with their neighbours and on a plane") func display() throws {
    let vectors = CooccurrenceMatrix(Self.grammar, window: 3).vectors(size: 8)
    #expect(vectors.description.hasPrefix("26 words, 8 numbers each\n"))
    let plane = vectors.plane()
    #expect(plane.points.count == 26)
    #expect(plane.description.contains("king"))
    guard case .json(let chart) = plane.display[.vegaLite] else { return #expect(Bool(false)) }
    #expect(chart["data"]?["values"]?.arrayValue?.count == 26)
  }

  @Test("Similarity is the cosine; neighbours come nearest first without the word itself") func neighbors() {
    let vectors = WordVectors(words: ["东", "西", "南"], vectors: Tensor([[1, 0], [-2, 0], [3, 3]]))
    #expect(abs(vectors.similarity("东", "西") + 1) < 1e-6)
    #expect(abs(vectors.similarity("东", "南") - 0.7071068) < 1e-6)
    #expect(vectors.nearest(to: "东").map(\.word) == ["南", "西"])
    #expect(vectors.nearest(to: Tensor([-1, 0]), count: 1)[0].word == "西")
    #expect(vectors["北"] == nil)
  }

  @Test("A word that is not there is answered by those with the longest beginning in common")
  func wordsBeginning() {
    let vectors = WordVectors(words: ["go", "gave", "garden", "tea", "gate"], vectors: Tensor.ones([5, 2]))
    #expect(vectors.wordsBeginning(like: "gardener") == ["garden", "gave", "gate", "go"])
    #expect(vectors.wordsBeginning(like: "") == [])
  }
}
