import Foundation
import Glassbox
import Testing

/// GPT-2 is loaded, trained further on three sentences, and saved: the sample with `Trainer` and `TrainingArguments`.
@Suite("Sample: GPT-2 learns three sentences") struct FineTuningSampleTests {
  private let texts = [
    "This is the first training example.", "This is the second training example.",
    "This is the third training example.",
  ]

  // The sample as it stands fails three times: GPT-2 has no token to fill up with, an encoding is no list of examples, and
  // nothing says what is to be learned. Here padding is named, examples are rows of tokens, and the targets are the next ones.
  @Test("Load, train for three epochs, save, load again")
  func trainer() throws {
    try ModelFolders.withEmpty { folder in
      let tokenizer = try AutoTokenizer.load(from: ModelFolders.tiny("gpt2"))
      let model = try AutoModelForCausalLM.load(from: ModelFolders.tiny("gpt2"))
      let filler = try #require(tokenizer.id(of: .padding))
      let examples = texts.map { Array(tokenizer.ids(of: $0).prefix(model.contextLength ?? 48)) }

      var arguments = TrainingArguments(epochs: 3, batchSize: 16, learningRate: 0.01)
      (arguments.outputFolder, arguments.saving, arguments.keptCheckpoints) = ("\(folder)/results", .everySteps(1), 2)
      arguments.showsProgress = false
      let loss = { (batch: TokenBatch) in languageModelLoss(model, batch) }
      let all = TokenBatch(padding: examples, with: filler)
      let before = evaluating { loss(all).item }
      let trainer = try Trainer(
        model, arguments, examples: examples, collate: { TokenBatch(padding: $0, with: filler) },
        targetCount: \.targetCount, loss: loss)
      try trainer.train()
      // One batch holds all three, so there are three steps; the sample's save_steps=10_000 would never come.
      #expect(trainer.loop.step == 3)
      #expect(evaluating { loss(all).item } < before)
      let kept = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/results")
      #expect(kept.count { $0.contains("3") } == 1 && kept.count { $0.contains("1") } == 0)

      try model.savePretrained(to: "\(folder)/fine_tuned_model")
      try tokenizer.save(to: "\(folder)/fine_tuned_model")
      let again = try AutoModelForCausalLM.load(from: "\(folder)/fine_tuned_model")
      let prompt = Tensor(indices: examples[0]).unsqueezed(0)
      #expect(again.logits(prompt, cache: nil).isClose(to: model.logits(prompt, cache: nil), tolerance: 1e-5))
    }
  }

  @Test("Padding asks for nothing, and each target is the next token")
  func targets() {
    let batch = TokenBatch(padding: [[5, 6, 7], [8, 9]], with: 0)
    #expect(batch.inputs == Tensor([[5, 6], [8, 0]], dtype: .int))
    #expect(batch.targets == Tensor([[6, 7], [9, -100]], dtype: .int))
  }
}
