import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import Training

@Suite("Filling gaps") struct MaskedLanguageModelTests {
  private let masking = TokenMasking(maskToken: 1, vocabularySize: 20, specialTokens: [0, 1, 2, 3])
  private let texts = [[2, 5, 6, 7, 8, 3], [2, 9, 10, 3], [2, 11, 12, 13, 14, 15, 3], [2, 16, 17, 18, 3]]

  private func model(seed: UInt64 = 1) -> MaskedLanguageModel {
    let random = RandomSource(seed: seed)
    let body = BERT(
      BERTConfiguration(vocabularySize: 20, contextLength: 8, features: 16, layers: 1, heads: 2), random: random)
    return MaskedLanguageModel(body, random: random)
  }

  private func loop(_ model: MaskedLanguageModel, _ settings: TrainingSettings) -> TrainingLoop<MaskedTokenBatch> {
    TrainingLoop(
      model, optimizer: AdamW(model), on: texts, batchSize: 2, filler: 0, masking: masking, validation: texts, seed: 4,
      settings: settings)
  }

  @Test("Gaps are in texts only, neither in marks nor in what fills up", arguments: 0..<20)
  func gaps(seed: Int) {
    var masking = masking
    masking.specialTokens = [1, 2, 3]
    let batch = MaskedTokenBatch(texts, filler: 0, masking: masking, random: RandomSource(seed: UInt64(seed)))
    let flat = texts.flatMap { $0 + Array(repeating: 0, count: 7 - $0.count) }
    #expect(batch.inputs.shape == [4, 7] && batch.isRead.shape == [4, 7])
    var count = 0
    for ((token, input), target) in zip(zip(flat, batch.inputs.ints), batch.targets.ints) {
      if target == TokenMasking.ignored {
        #expect(input == token)
      } else {
        #expect(target == token && token > 3)
        count += 1
      }
    }
    #expect(count == batch.targetCount && count > 0)
    #expect(batch.isRead.ints == flat.map { $0 == 0 ? 0 : 1 })
  }

  @Test("A batch that chance leaves without gaps is drawn again", arguments: 0..<20)
  func shortTexts(seed: Int) {
    let batch = MaskedTokenBatch([[2, 9, 3]], filler: 0, masking: masking, random: RandomSource(seed: UInt64(seed)))
    #expect(batch.targetCount == 1)
    #expect(MaskedTokenBatch([[2, 3]], filler: 0, masking: masking).targetCount == 0)
    #expect(MaskedTokenBatch([], filler: 0, masking: masking).targetCount == 0)
  }

  @Test("What fills a text up changes nothing for its gaps")
  func padding() {
    let model = model()
    let short = Tensor(indices: [2, 9, 1, 3]).reshaped(to: [1, 4])
    let alone = model(short)
    let filled = Tensor(indices: [2, 9, 1, 3, 0, 0, 0]).reshaped(to: [1, 7])
    let beside = model(filled, mask: filled .> 0).sliced(0..<4, axis: 1)
    #expect(abs(alone - beside).max().doubleItem < 1e-5)
  }

  @Test("A small BERT learns one batch by heart")
  func overfits() throws {
    let model = model()
    let batch = MaskedTokenBatch(texts, filler: 0, masking: masking, random: RandomSource(seed: 3))
    var settings = Tiny.settings(120)
    settings.schedule = ConstantSchedule(0.01)
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), settings: settings, batch: { _ in batch }, targetCount: \.targetCount,
      loss: { maskedLanguageModelLoss(model, $0) })
    #expect(maskedLanguageModelLoss(model, batch).doubleItem > 2)
    try loop.run()
    #expect(maskedLanguageModelLoss(model, batch).doubleItem < 0.1)
  }

  @Test("A break changes nothing, bit for bit, and the validation has the same gaps each time")
  func resumes() throws {
    let folder = TemporaryFolder()
    let (whole, broken, resumed) = (model(), model(), model(seed: 7))
    try loop(whole, Tiny.settings(12)).run()
    try loop(broken, Tiny.settings(5, folder: folder.path)).run()
    var settings = Tiny.settings(12, folder: folder.path)
    settings.evaluationInterval = 12
    let second = loop(resumed, settings)
    try second.resume()
    try second.run()
    #expect(resumed.state == whole.state)
    let best = try #require(second.best)
    #expect(evaluating { second.evaluation?() } == best.loss)
  }

  @Test("Nothing to learn from is told in words")
  func nothing() {
    let model = model()
    let empty = TrainingLoop(
      model, optimizer: AdamW(model), on: [], batchSize: 2, filler: 0, masking: masking, settings: Tiny.settings(3))
    #expect(throws: TrainingError.nothingToLearn(step: 0)) { try empty.run() }
  }
}
