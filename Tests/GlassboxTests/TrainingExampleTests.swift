import Glassbox
import Testing

/// The examples of Training.
@Suite("The examples of training language models") struct TrainingExampleTests {
  @Test("Every line of every example is run here")
  func everyExampleIsRun() throws {
    #expect(try DocumentationSource.linesNotRun(in: "Training") == [])
  }

  @Test("Batches")
  func batches() throws {
    let order = ExampleOrder(count: 10, batchSize: 4, seed: 1)
    #expect(Set(order.examples(ofBatch: 0)).intersection(0..<10).count == 4)
    #expect(TokenBatch(padding: [[5, 6, 7], [8, 9]], with: 0).targetCount == 3)
    let stream = try TokenStream([[1, 2, 3], [4, 5, 6, 7]], blockLength: 3, separator: 0)
    #expect(stream.tokens == [1, 2, 3, 0, 4, 5, 6, 7, 0])
    #expect(stream.block(0).targets == [2, 3, 0])
    let turns = [PromptSegment([1, 2, 3]), PromptSegment([4, 5], isLearned: true)]
    #expect(TokenBatch(segments: [turns], filler: 0).targetCount == 2)
  }

  @Test("The loop")
  func loop() throws {
    var settings = TrainingSettings(steps: 2_000)
    settings.schedule = CosineSchedule(peak: 1e-3, minimum: 1e-4, warmUp: 100, steps: 2_000)
    settings.evaluationInterval = 200
    do {
      var settings = TrainingSettings(steps: 100_000)
      settings.timeLimit = TimeLimit(seconds: 180)
      settings.schedule = CosineSchedule(peak: 1e-3, minimum: 1e-4, warmUp: 500, steps: TimeLimit.scheduleSteps)
      #expect(settings.schedule?.learningRate(at: 500) == 1e-3)
    }
    var arguments = TrainingArguments(epochs: 3, batchSize: 8)
    arguments.warmUpShare = 0.1
    let request = StopRequest()
    request.stop()
    #expect(request.isMade)

    let stream = try TokenStream([Array(0..<40)], blockLength: 8)
    let model = GPT(GPTConfiguration(vocabularySize: 40, contextLength: 8, features: 8, layers: 1, heads: 2))
    // swift-format-ignore
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), on: stream, batchSize: 4, settings: TrainingSettings(steps: 20))
    try loop.run()
    #expect(loop.step == 20)
  }

  @Test("Adapting and preferring")
  func adapting() throws {
    let model = GPT(GPTConfiguration(vocabularySize: 20, contextLength: 8, features: 8, layers: 1, heads: 2))
    let lora = try LoRA(model, targets: ["projection"], rank: 2, alpha: 4)
    #expect(lora.adapters.map(\.name) == ["blocks.0.attention.projection"])
    let adapter = LowRankAdapter(768, 768, rank: 8, alpha: 16)
    #expect(adapter.parameterCount == 12288)
    let zeros = Tensor([0])
    let loss = dpoLoss(chosen: Tensor([1]), rejected: Tensor([-0.5]), referenceChosen: zeros, referenceRejected: zeros)
    #expect(loss.isClose(to: Tensor(0.621), tolerance: 1e-3))
  }

  @Test("Gaps")
  func gaps() throws {
    do {
      let masking = TokenMasking(maskToken: 1, vocabularySize: 20, specialTokens: [0, 1])
      let batch = MaskedTokenBatch([[5, 6, 7], [8, 9]], filler: 0, masking: masking)
      #expect(batch.inputs.shape == [2, 3])
      #expect(batch.isRead.shape == [2, 3])
    }
    let body = BERT(BERTConfiguration(vocabularySize: 20, contextLength: 8, features: 8, layers: 1, heads: 2))
    let model = MaskedLanguageModel(body)
    // swift-format-ignore
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), on: [[5, 6, 7, 8], [9, 10, 11]], batchSize: 2, filler: 0,
      masking: TokenMasking(maskToken: 1, vocabularySize: 20, specialTokens: [0, 1]),
      settings: TrainingSettings(steps: 10))
    try loop.run()
    #expect(loop.step == 10)
  }

  @Test("The trainer")
  func trainer() throws {
    let model = Linear(2, 2)
    let examples = [(x: [0.0, 1], label: 0), (x: [1, 0], label: 1)]
    var arguments = TrainingArguments(epochs: 20, batchSize: 2, learningRate: 0.1)
    arguments.evaluation = .everyEpoch
    // swift-format-ignore
    let trainer = try Trainer(
      model, arguments, examples: examples, validation: examples,
      collate: { some in (x: Tensor(some.map(\.x)), labels: Tensor(indices: some.map(\.label))) },
      targetCount: { $0.labels.count },
      metrics: { batches in
        let right = batches.reduce(0) { $0 + zip(model($1.x).argmax(axis: 1).ints, $1.labels.ints).count(where: ==) }
        return ["accuracy": Double(right) / 2]
      }, loss: { crossEntropy(model($0.x), $0.labels) })
    try trainer.train()
    #expect(trainer.evaluations.last?.metrics["accuracy"] == 1)
  }
}
