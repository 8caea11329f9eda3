import Glassbox
import Testing

/// Runs what the documentation of counting, vectors, recurrence and evaluation shows. Each example stands here as it stands
/// there; the first test sees to that.
@Suite("The documentation of classical models and measures tells the truth") struct EvaluationExampleTests {
  @Test(
    "Every line of every example is run here",
    arguments: ["Evaluation", "LanguageModels"])
  func everyExampleIsRun(folder: String) throws {
    let tests = try DocumentationSource.tests()
    let examples = try DocumentationSource.commentExamples(in: folder)
    #expect(examples.count >= 6)
    for line in examples where !line.isEmpty { #expect(tests.contains(line), "not run: \(line)") }
  }

  private func isClose(_ number: Double, _ wanted: Double) -> Bool {
    abs(number - wanted) <= 5e-3 * max(1, abs(wanted))
  }

  @Test("Measures of texts")
  func texts() {
    #expect(NGramCounts(["to", "be", "or", "not", "to", "be"], length: 2)[["to", "be"]] == 2)
    let bleu = BLEU(smoothing: .none)
    // swift-format-ignore
    let score = bleu.score(["the quick brown fox jumps over the lazy dog"],
      references: [["the quick brown fox jumped over the lazy dog"]])
    #expect(isClose(score.value, 59.69))
    #expect(isClose(score.precisions[0], 88.89))
    #expect(bleu.signature == "case:mixed|eff:no|tok:13a|smooth:none")
    #expect(isClose(ChrF().score(["the cat sat on the mat"], references: [["the cat is on the mat"]]), 64.58))
    let scores = ROUGE().score("the cat sat on the mat", references: ["the cat is on the mat"])
    #expect(isClose(scores.unigrams.f1, 0.8333))
    #expect(isClose(scores.bigrams.f1, 0.6))
    #expect(isClose(scores.longestSeries.f1, 0.8333))
    #expect(PorterStemmer.stem(of: "relational") == "relat")
    #expect(PorterStemmer.stem(of: "skies") == "sky")
    do {
      let score = AnswerScore("in the Eiffel Tower", references: ["The Eiffel Tower", "Eiffel"])
      #expect(!score.isExact)
      #expect(isClose(score.f1, 0.8))
    }
  }

  @Test("Classes and intervals")
  func classes() {
    #expect(PrecisionAndRecall(right: 3, found: 4, wanted: 6).f1 == 0.6)
    let matrix = ConfusionMatrix(predicted: ["cat", "dog", "dog", "cat"], actual: ["cat", "dog", "cat", "cat"])
    #expect(matrix.accuracy == 0.75)
    #expect(isClose(matrix["cat"].recall, 0.6667))
    #expect(isClose(matrix.average(.macro).f1, 0.7333))
    #expect(accuracy(predicted: [1, 2, 2, 0], actual: [1, 2, 0, 0]) == 0.75)
    let scores = [0.9, 0.4, 0.7, 0.8, 0.6, 0.5, 0.9, 0.3]
    let interval = BootstrapInterval(of: scores, seed: 1)
    #expect(isClose(interval.estimate, 0.6375))
    #expect(interval.contains(0.6))
  }

  @Test("Likelihood")
  func likelihood() {
    do {
      let likelihood = TextLikelihood(probabilities: [0.2, 0.5, 0.1, 0.4])
      #expect(isClose(likelihood.meanNats, 1.3804))
      #expect(isClose(likelihood.perplexity, 3.9764))
    }
    let model = withRandomness(seed: 1) {
      GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
    }
    let text = (0..<100).map { $0 * 7 % 65 }
    #expect((60..<70).contains(model.likelihood(of: text).perplexity))
    #expect(model.likelihood(of: text, window: 16, stride: 4).tokens == 99)
    _ = model.withoutHead(0, layer: 1) { model.likelihood(of: text) }
  }

  @Test("Looking inside")
  func inside() {
    let model = withRandomness(seed: 1) {
      GPT(GPTConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 2, heads: 2))
    }
    let maps = AttentionPattern.all(of: model, tokens: [1, 5, 2], names: ["the", "cat", "sat"])
    #expect(maps.count == 4)
    #expect(maps[0].weights[0] == [1, 0, 0])
    #expect(maps[3].title == "layer 1, head 1")
    let lens = LogitLens(model, tokens: [1, 5, 2])
    #expect(lens.probabilities.shape == [2, 3, 9])
    #expect((0..<9).contains(lens.guess(layer: 1, position: 2).token))
    let ablation = HeadAblation(of: model, tokens: [1, 5, 2, 7, 1, 5, 2])
    #expect(ablation.rises.count == 2)
    #expect(ablation.rises[0].count == 2)
    let patching = ActivationPatching(model, clean: [1, 5, 2], corrupted: [1, 6, 2], answer: 3, other: 4)
    #expect(patching.recovered.count == 2)
    #expect(abs(patching.recovered[1][2] - 1) < 1e-3)
    do {
      let model = withRandomness(seed: 1) {
        GPT(GPTConfiguration(vocabularySize: 50, contextLength: 32, features: 8, layers: 2, heads: 2))
      }
      let score = InductionScore(model, length: 16, seed: 3)
      #expect(score.heads.count == 2)
      #expect(score.best < 0.2)
    }
  }

  @Test("Bias and estimates")
  func bias() {
    let test = AssociationTest(
      first: Tensor([[1, 0], [0.9, 0.1]]), second: Tensor([[0, 1], [0.2, 1]]),
      attributes: Tensor([[1, 0.1]]), others: Tensor([[0.1, 1]]))
    #expect(isClose(test.effectSize, 1.7244))
    #expect(isClose(test.pValue, 0.1667))
    let probe = CounterfactualProbe(
      templates: ["{} is a nurse.", "{} is a pilot."], pairs: [("Anna", "Paul"), ("She", "He")]
    ) { text in text.contains("Paul") ? 0.5 : 1 }
    #expect(probe.meanGap == 0.25)
    #expect(probe.rows[0].gap == 0.5)
    #expect(probe.interval.lower <= 0.25)
    #expect(ModelSizes(.small).parameters == 124_439_808)
    let estimate = Estimate(ModelSizes(.small))
    #expect(estimate.cacheBytes(texts: 1, tokens: 1024) == 75_497_472)
    #expect(estimate.forwardOperations(context: 1024) == 284_812_800)
    #expect(estimate.trainingSeconds(tokens: 1_000_000, operationsPerSecond: 100e9) > 1000)
    let speed = Estimate.measureOperationsPerSecond()
    #expect(speed > 0)
  }

  @Test("Counting and word vectors")
  func vectors() {
    let bigrams = NGramModel(order: 2, vocabularySize: 3, smoothing: .addK(0))
    bigrams.count([0, 1, 0, 1, 0, 2])
    #expect(isClose(bigrams.probabilities(after: [0])[1], 0.6667))
    #expect(bigrams.count(of: 1, after: [0]) == 2)
    #expect(isClose(bigrams.logLikelihood(of: [0, 1, 0]), -0.4055))
    do {
      let model = NGramModel(order: 2, vocabularySize: 2, smoothing: .addK(0))
      model.count([0, 1, 1, 0, 1])
      #expect(model.table(["a", "b"]).shares == [[0, 1], [0.5, 0.5]])
    }
    // swift-format-ignore
    let vectors = WordVectors(words: ["king", "queen", "man", "woman"],
      vectors: Tensor([[5, 1], [5, 2], [1, 1], [1, 2]]))
    #expect(vectors.nearest(to: "queen", count: 1)[0].word == "king")
    #expect(vectors.analogy("man", "king", "woman")[0].word == "queen")
    let line = Tensor([[0, 0], [1, 1], [2, 2], [3, 3]])
    #expect(principalComponents(of: line, count: 1).shape == [4, 1])
    #expect(WordCounts([["to", "be", "or", "not", "to", "be"]]).words == ["to", "be", "or", "not"])
    let matrix = CooccurrenceMatrix([["the", "cat", "sat"], ["the", "dog", "sat"]], window: 1)
    #expect(matrix.words == ["the", "sat", "cat", "dog"])
    #expect(matrix.counts[0, 2] == 1)
    #expect(isClose(matrix.vectors(size: 2).similarity("cat", "dog"), 1))
    let v = Tensor([1, 0])
    #expect(
      isClose(
        negativeSamplingLoss(v, positive: Tensor([1, 5]), negatives: Tensor([[-1, 2], [0, 3]])).doubleItem, 1.3197))
    #expect(isClose(gloVeWeight(10), 0.1778))
    let none = Tensor(0)
    let term = gloVeLoss(Tensor([2, 0]), Tensor([1, 3]), bias: none, contextBias: none, count: 10)
    #expect(abs(term.doubleItem - 0.01628) < 1e-5)
  }

  @Test("Vectors that are learned")
  func learned() {
    let texts = Array(repeating: ["the cat sat here", "the dog sat here"], count: 50).joined()
      .map { $0.split(separator: " ").map(String.init) }
    do {
      var settings = Word2VecSettings(method: .skipGram)
      settings.size = 8
      let learned = Word2Vec(texts, settings)
      #expect(learned.vectors.nearest(to: "cat", count: 2).count == 2)
      #expect(learned.losses.count == 5)
    }
    var settings = GloVeSettings()
    settings.size = 4
    let learned = GloVe(CooccurrenceMatrix(texts, window: 2, weighsByDistance: true), settings)
    #expect(learned.vectors.nearest(to: "cat", count: 2).count == 2)
    #expect(learned.losses.count == 25)
  }

  @Test("Attention before transformers")
  func olderAttention() {
    let weights = additiveAttentionWeights(
      query: Tensor([[1, 0]]), key: Tensor([[1, 0], [0, 1], [1, 1]]),
      queryWeight: Tensor([[1, 0], [0, 1]]), keyWeight: Tensor([[1, 0], [0, 1]]), score: Tensor([1, 1]))
    #expect(weights.isClose(to: Tensor([[0.204, 0.358, 0.438]]), tolerance: 1e-3))
    let bilinear = bilinearAttentionWeights(
      query: Tensor([[1, 0]]), key: Tensor([[1, 0], [0, 1]]), weight: Tensor([[1, 0], [0, 1]]))
    #expect(bilinear.isClose(to: Tensor([[0.731, 0.269]]), tolerance: 1e-3))
    let positions = Tensor([[0, 1], [1, 0], [0, 1]])
    let located = locationAttentionWeights(query: Tensor([[1, 0]]), weight: positions)
    #expect(located.isClose(to: Tensor([[0.212, 0.576, 0.212]]), tolerance: 1e-3))
  }

  @Test("Recurrence")
  func recurrence() {
    do {
      let model = RecurrentLanguageModel(RecurrentConfiguration(.lstm, vocabularySize: 65, features: 16, hidden: 32))
      #expect(model.logits(Tensor([[3, 1, 4]], dtype: .int), cache: nil).shape == [1, 3, 65])
    }
    let model = RecurrentLanguageModel(RecurrentConfiguration(.gru, vocabularySize: 5, features: 8, hidden: 8))
    let optimizer = AdamW(model, learningRate: 0.01)
    let texts = Tensor(indices: (0..<82).map { $0 % 5 }).reshaped(to: [2, 41])
    model.forEachPiece(of: texts, length: 10) { loss in
      model.zeroGradients()
      loss.backward()
      optimizer.step()
    }
  }
}
