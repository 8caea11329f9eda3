import Foundation
import Glassbox
import Testing

/// Pre-training without labels and fine-tuning with some, which an introduction for beginners writes as `fit(unlabeled)` and
/// `fit(labeled)`.
@Suite("Sample: pre-training and fine-tuning") struct PretrainingSampleTests {
  // `fit(unlabeled_data, epochs=100)` has no targets at all. Self-supervision makes them of the text: each token's next one.
  @Test("Pre-training makes its targets of the text itself")
  func pretraining() throws {
    let corpus = KitCorpus.stories
    let tokenizer = PipelineTokenizer.characters(of: corpus.documents)
    let texts = corpus.documents.prefix(20).map(tokenizer.ids)
    let stream = try TokenStream(texts, blockLength: 32)
    let block = stream.block(3)
    #expect(Array(block.inputs.dropFirst()) == Array(block.targets.dropLast()))

    let size = tokenizer.vocabularySize
    let model = withRandomness(seed: 1) {
      GPT(GPTConfiguration(vocabularySize: size, contextLength: 32, features: 32, layers: 1, heads: 2))
    }
    let before = meanLoss(of: model, on: stream, blocks: 8)
    // Nothing learned yet: about as surprised as if all characters were equally likely.
    #expect(Swift.abs(before - log(Double(size))) < 0.3)
    var settings = TrainingSettings(steps: 40)
    settings.showsProgress = false
    try TrainingLoop(
      model, optimizer: AdamW(model, learningRate: 0.01), on: stream, batchSize: 8, settings: settings
    ).run()
    #expect(meanLoss(of: model, on: stream, blocks: 8) < before - 0.8)
  }

  @Test("Fine-tuning learns from a few labelled texts, and is judged by others")
  func fineTuning() throws {
    let texts = KitCorpus.topics
    let labels = ["kitchen", "weather", "workshop"]
    let tokenizer = PipelineTokenizer.trainedWordPieces(on: texts.map(\.text), vocabularySize: 300)
    let model = withRandomness(seed: 3) {
      let sizes = BERTConfiguration(
        vocabularySize: tokenizer.vocabularySize, contextLength: 32, features: 32, layers: 1, heads: 2)
      return SequenceClassifier(BERT(sizes), labels: labels)
    }
    // Every fifth text is held back; of each subject and each predicate some are learned.
    let numbered = Array(texts.enumerated())
    let (learned, held) = (numbered.filter { $0.offset % 5 != 0 }, numbered.filter { $0.offset % 5 == 0 })
    func batch(_ some: [LabeledText]) -> (tokens: Tensor, mask: Tensor, labels: Tensor) {
      let rows = tokenizer.encode(batch: some.map(\.text), padding: tokenizer.padding)
      return (
        Tensor(rows.map(\.ids), dtype: .int), Tensor(rows.map(\.attentionMask), dtype: .int) .> 0,
        Tensor(indices: some.map { labels.firstIndex(of: $0.label) ?? 0 })
      )
    }
    var arguments = TrainingArguments(epochs: 8, batchSize: 8, learningRate: 0.003)
    (arguments.evaluation, arguments.showsProgress) = (.everyEpoch, false)
    let trainer = try Trainer(
      model, arguments, examples: learned.map(\.element), validation: held.map(\.element), collate: batch,
      targetCount: { $0.labels.count },
      metrics: { batches in
        let pairs = batches.flatMap { zip(model($0.tokens, mask: $0.mask).argmax(axis: 1).ints, $0.labels.ints) }
        return ["accuracy": accuracy(predicted: pairs.map { $0.0 }, actual: pairs.map { $0.1 })]
      }, loss: { crossEntropy(model($0.tokens, mask: $0.mask), $0.labels) })
    try trainer.train()
    #expect(trainer.evaluations.count == 8)
    #expect(try #require(trainer.evaluations.last?.metrics["accuracy"]) > 0.8)
  }
}
