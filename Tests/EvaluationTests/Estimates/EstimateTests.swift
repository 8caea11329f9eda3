import LanguageModels
import Testing

@testable import Evaluation

@Suite("Estimates before a run") struct EstimateTests {
  private static let gpt = GPTConfiguration(vocabularySize: 31, contextLength: 16, features: 12, layers: 3, heads: 2)
  private static let llama: LlamaConfiguration = {
    var llama = LlamaConfiguration(vocabularySize: 31, contextLength: 16, features: 24, layers: 3, heads: 4)
    (llama.keyValueHeads, llama.hidden) = (2, 40)
    return llama
  }()

  @Test("The number of parameters is that of the model") func parameters() {
    #expect(ModelSizes(Self.gpt).parameters == GPT(Self.gpt).parameterCount)
    #expect(ModelSizes(Self.llama).parameters == Llama(Self.llama).parameterCount)
    var tied = Self.llama
    tied.tiesHead = true
    #expect(ModelSizes(tied).parameters == Llama(tied).parameterCount)
    var wide = Self.gpt
    wide.hidden = 20
    #expect(ModelSizes(wide).parameters == GPT(wide).parameterCount)
    for size in [2, 10] {
      var own = Self.llama
      own.headSize = size
      #expect(ModelSizes(own).parameters == Llama(own).parameterCount)
    }
  }

  // 2 · 12 layers · 768 features · 1,024 tokens · 4 bytes; and 124,439,808 · 4.
  @Test("GPT-2 small: a cache of 72 MiB, weights of 498 MB") func small() {
    let estimate = Estimate(ModelSizes(.small))
    #expect(estimate.cacheBytes(tokens: 1024) == 72 * 1024 * 1024)
    #expect(estimate.weightBytes == 497_759_232)
    #expect(estimate.optimizerBytes == 2 * 497_759_232)
    // 2 · (12 · 12 · 768² + 50,257 · 768) + 4 · 12 · 1,024 · 768
    #expect(estimate.forwardOperations(context: 1024) == 284_812_800)
    #expect(estimate.trainingOperations(context: 1024) == 3 * 284_812_800)
    #expect(Estimate(ModelSizes(.small), bytesPerNumber: 2).cacheBytes(texts: 4, tokens: 256) == 36 * 1024 * 1024)
  }

  // The scores of 4 heads of 10 features, and the mean of their values: 16 more features for each of 8 tokens; and
  // 16 and 8 more columns of the weights, in 3 layers of 24 features.
  @Test("Wider heads have more to do") func wide() {
    var wide = Self.llama
    wide.headSize = 10
    let (even, own) = (Estimate(ModelSizes(Self.llama)), Estimate(ModelSizes(wide)))
    let more = 3 * (4 * 8 * 16 + 2 * 24 * (2 * 16 + 2 * 8))
    #expect(own.forwardOperations(context: 8) == even.forwardOperations(context: 8) + more)
    #expect(own.cacheBytes(tokens: 8) * 6 == even.cacheBytes(tokens: 8) * 10)
  }

  @Test("Fewer heads of keys make a smaller cache") func shared() {
    var all = Self.llama
    all.keyValueHeads = nil
    let (shared, whole) = (Estimate(ModelSizes(Self.llama)), Estimate(ModelSizes(all)))
    #expect(shared.cacheBytes(tokens: 8) * 2 == whole.cacheBytes(tokens: 8))
  }

  // 3 · 2 · (…) operations for each of 1,000 tokens that see 8 on average, at 1 GFLOP/s; 3,600 seconds at 500 W.
  @Test("Time follows from operations, energy from time") func time() {
    let estimate = Estimate(ModelSizes(Self.gpt))
    let operations = 3 * (2 * (3 * 12 * 144 + 31 * 12) + 4 * 3 * 8 * 12)
    expectClose(estimate.trainingSeconds(tokens: 1000, operationsPerSecond: 1e9), Double(operations) * 1e-6)
    expectClose(Estimate.kilowattHours(seconds: 3600, watts: 500), 0.5)
    #expect(Estimate.measureOperationsPerSecond(size: 32) > 1e6)
  }

  @Test("Training needs weights, gradients, means and activations; all show in a table") func table() {
    let estimate = Estimate(ModelSizes(Self.gpt))
    #expect(
      estimate.trainingBytes(texts: 2, tokens: 16) - estimate.activationBytes(texts: 2, tokens: 16)
        == 4 * estimate.weightBytes)
    #expect(estimate.activationBytes(texts: 2, tokens: 16) == 2 * estimate.activationBytes(texts: 1, tokens: 16))
    #expect(Estimate(ModelSizes(.small)).description.contains("124,439,808"))
  }
}
