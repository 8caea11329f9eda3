import CourseChecks
import Glassbox
import Testing

/// A model that counts what it reads.
private final class CountingReader: CausalLanguageModel {
  let model: GPT
  private(set) var readTokens = 0

  init(_ model: GPT) { self.model = model }

  var vocabularySize: Int { model.vocabularySize }
  var contextLength: Int? { model.contextLength }

  func makeCache() -> any LanguageModelCache { model.makeCache() }

  func logits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    readTokens += tokens.count
    return model.logits(tokens, cache: cache)
  }

  func lastLogits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    readTokens += tokens.count
    return model.lastLogits(tokens, cache: cache)
  }
}

@Suite struct ReadOnce {
  /// A model whose weights are large enough that its texts wander.
  private let model = withRandomness(seed: 123) {
    let model = GPT(GPTConfiguration(vocabularySize: 30, contextLength: 1200, features: 32, layers: 2, heads: 4))
    for parameter in model.parameters where parameter.shape.count == 2 {
      parameter.value = .normal(parameter.shape, standardDeviation: 0.3)
    }
    return model
  }

  private func expected(_ count: Int, _ prompt: [Int]) -> [Int] {
    TokenSequence(model, after: prompt, GenerationConfiguration(maximumNewTokens: count)).map(\.id)
  }

  @Test("the text is the greedy one (2 points)") func sameText() throws {
    for prompt in [[1], [3, 1, 4, 1, 5], [9, 2, 6]] {
      try Check.equal(writeGreedily(25, after: prompt, with: model), expected(25, prompt), "after \(prompt)")
    }
  }

  @Test("each text begins with an empty cache (1 point)") func anew() throws {
    let first = writeGreedily(10, after: [3, 1, 4], with: model)
    try Check.equal(first.count, 10, "how many tokens")
    try Check.equal(writeGreedily(10, after: [3, 1, 4], with: model), first, "the same prompt again")
  }

  @Test("nothing is read twice (2 points)") func once() throws {
    let reader = CountingReader(model)
    let got = writeGreedily(40, after: [3, 1, 4, 1, 5], with: reader)
    try Check.equal(got.count, 40, "how many tokens")
    try Check.that(
      reader.readTokens <= 45, "the model has read \(reader.readTokens) tokens; the text has 45 with its prompt")
  }

  @Test("everything is read (1 point)") func all() throws {
    let reader = CountingReader(model)
    _ = writeGreedily(40, after: [3, 1, 4, 1, 5], with: reader)
    try Check.that(
      reader.readTokens >= 44, "the model has read only \(reader.readTokens) tokens; 44 come before the last one")
  }
}
