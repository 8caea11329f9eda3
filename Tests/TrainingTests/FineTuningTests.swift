import Displays
import Foundation
import LanguageModels
import NeuralNetworks
import Randomness
import TensorFiles
import Tensors
import Testing

@testable import Training

@Suite("Fine-tuning") struct FineTuningTests {
  private let folder = TemporaryFolder()
  private let tokens = Tensor(indices: [1, 2, 3, 4, 5, 6]).reshaped(to: [2, 3])

  private func lora(_ model: GPT) throws -> LoRA {
    try LoRA(
      model, targets: ["attention.projection", "feedForward.up"], rank: 2, alpha: 4, random: RandomSource(seed: 2))
  }

  private func train(_ model: GPT, _ steps: Int = 5) throws {
    try Tiny.loop(model, Tiny.settings(steps)).run()
  }

  @Test("The parts of rank 8 beside 768 by 768 are 2.083 % of the whole")
  func share() {
    let adapter = LowRankAdapter(768, 768, rank: 8, alpha: 16)
    #expect(adapter.parameterCount == 12_288)
    #expect(Swift.abs(Double(adapter.parameterCount) / (768 * 768) - 0.02083) < 1e-5)
  }

  @Test("Adapters add nothing at first, and only they learn")
  func zeroAtStart() throws {
    let model = Tiny.model()
    let before = model.logits(tokens, cache: nil)
    let lora = try lora(model)
    #expect(model.logits(tokens, cache: nil) == before)
    let plain = model.state.filter { !$0.key.contains("adapter") }
    try train(model)
    #expect(model.state.filter { !$0.key.contains("adapter") } == plain)
    #expect(abs(model.logits(tokens, cache: nil) - before).max().doubleItem > 1e-5)
    #expect(lora.trainableShare < 0.2)
  }

  @Test("Merged adapters give what they give apart, and come off bit for bit")
  func merge() throws {
    let model = Tiny.model()
    let lora = try lora(model)
    try train(model)
    let (adapted, state) = (model.logits(tokens, cache: nil), model.state)
    lora.merge()
    #expect(abs(model.logits(tokens, cache: nil) - adapted).max().doubleItem < 1e-5)
    #expect(!model.state.keys.contains { $0.contains("adapter") })
    lora.unmerge()
    #expect(model.state == state)
  }

  @Test("Adapters are saved as peft names them, and loaded again")
  func files() throws {
    let (model, other) = (Tiny.model(), Tiny.model())
    let (first, second) = (try lora(model), try lora(other))
    try train(model)
    try first.save(to: folder.path)
    let names = try Tensor.loadAll("\(folder.path)/adapter_model.safetensors").keys
    #expect(names.contains("base_model.model.transformer.h.0.attn.c_attn.lora_A.weight"))
    try second.load(from: folder.path)
    #expect(other.state == model.state)
    let wider = try LoRA(Tiny.model(), targets: ["attention.projection"], rank: 3)
    #expect(throws: LoRAError.self) { try wider.load(from: folder.path) }
  }

  @Test("Adapters that have no place here are not left out in silence")
  func moreAdapters() throws {
    try LoRA(Tiny.model(), targets: ["attention.projection", "attention.output"], rank: 2).save(to: folder.path)
    let fewer = try LoRA(Tiny.model(), targets: ["attention.projection"], rank: 2)
    let before = fewer.model.state
    let error = #expect(throws: LoRAError.self) { try fewer.load(from: folder.path) }
    #expect("\(try #require(error))".contains("attn.c_proj.lora_A.weight' belongs to no adapter here"))
    #expect(fewer.model.state == before)
    #expect(throws: LoRAError.self) { try LoRA(Tiny.model(), targets: []) }
  }

  @Test(
    "Adapters whose numbers mean something else are refused",
    arguments: [("use_rslora", "true"), ("use_dora", "true"), ("alpha_pattern", "{\"q_proj\": 4}")])
  func otherKinds(name: String, value: String) throws {
    let lora = try lora(Tiny.model())
    try lora.save(to: folder.path)
    let path = "\(folder.path)/adapter_config.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("{\"base", with: "{\"\(name)\": \(value), \"base", maxReplacements: 1)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: LoRAError.self) { try lora.load(from: folder.path) }
    #expect("\(try #require(error))".contains("\"\(name)\" is"))
  }

  @Test(
    "A model with adapters is saved with what they add, merged or not, and stays as it is", arguments: [false, true])
  func savesMerged(isMerged: Bool) throws {
    let model = Tiny.model()
    let lora = try lora(model)
    try train(model)
    if isMerged { lora.merge() }
    let (adapted, state) = (model.logits(tokens, cache: nil), model.state)
    try model.savePretrained(to: folder.path)
    #expect(model.state == state && lora.isMerged == isMerged)
    let loaded = try AutoModelForCausalLM.load(from: folder.path)
    #expect(abs(loaded.logits(tokens, cache: nil) - adapted).max().doubleItem < 1e-5)
    #expect(try !Tensor.loadAll("\(folder.path)/model.safetensors").keys.contains { $0.contains("adapter") })
  }

  @Test("A head beside adapters learns, and the body does not")
  func head() throws {
    let random = RandomSource(seed: 1)
    let body = BERT(
      BERTConfiguration(vocabularySize: 12, contextLength: 8, features: 8, layers: 1, heads: 2), random: random)
    let model = SequenceClassifier(body, labels: ["a", "b"], random: random)
    let lora = try LoRA(model, targets: ["attention.query"], rank: 2, random: random)
    #expect(lora.whole.map(\.name) == ["output"] && model.output.parameters.allSatisfy(\.isTrainable))
    let before = model.state
    let loop = TrainingLoop(
      model, optimizer: AdamW(model), settings: Tiny.settings(5), batch: { _ in tokens }, targetCount: { _ in 2 },
      loss: { crossEntropy(model($0), Tensor(indices: [0, 1])) })
    try loop.run()
    let changed = model.state.filter { $0.value != before[$0.key] }.keys
    let expected =
      ["output.bias", "output.weight"] + lora.adapters.flatMap { ["\($0.name).adapter.down", "\($0.name).adapter.up"] }
    #expect(changed.sorted() == expected.sorted())
    let scores = model(tokens)
    try model.savePretrained(to: folder.path)
    let loaded = try AutoModelForSequenceClassification.load(from: folder.path)
    #expect(abs(loaded(tokens) - scores).max().doubleItem < 1e-5)
  }

  @Test("What learns whole is kept beside the adapters, and can be chosen")
  func whole() throws {
    let random = RandomSource(seed: 1)
    func classifier() -> CausalSequenceClassifier<GPT> {
      CausalSequenceClassifier(
        GPT(GPTConfiguration(vocabularySize: 12, contextLength: 8, features: 8, layers: 1, heads: 2), random: random),
        labels: ["a", "b"], random: random)
    }
    let (model, other) = (classifier(), classifier())
    let lora = try LoRA(model, targets: ["attention.projection"], rank: 2, random: random)
    #expect(Set(model.namedParameters.filter { $0.parameter.isTrainable }.map(\.name)).contains("score.weight"))
    #expect(!model.body.tokens.weight.isTrainable)
    try lora.save(to: folder.path)
    let settings = try JSON(parsing: String(contentsOfFile: "\(folder.path)/adapter_config.json", encoding: .utf8))
    #expect(settings["modules_to_save"] == ["score"] && settings["task_type"] == "SEQ_CLS")
    #expect(settings["fan_in_fan_out"] == true)
    let tensors = try Tensor.loadAll("\(folder.path)/adapter_model.safetensors")
    #expect(tensors["base_model.model.score.weight"] == model.score.weight.value)
    let again = try LoRA(other, targets: ["attention.projection"], rank: 2, random: random)
    try again.load(from: folder.path)
    #expect(other.score.weight.value == model.score.weight.value)
    let frozen = try LoRA(classifier(), targets: ["attention.projection"], trained: [], rank: 2, random: random)
    #expect(frozen.whole.isEmpty && frozen.model.parameters.filter(\.isTrainable).count == 2)
    let chosen = try LoRA(classifier(), targets: ["attention.projection"], trained: ["norm"], rank: 2, random: random)
    #expect(chosen.whole.map(\.name) == ["body.norm"])
    let error = #expect(throws: LoRAError.self) {
      try LoRA(classifier(), targets: ["attention.projection"], trained: ["classifier"])
    }
    #expect("\(try #require(error))".contains("No module has a name that ends in 'classifier'"))
  }

  @Test("A layer that is not there is named, with those that are")
  func unknown() throws {
    let error = #expect(throws: LoRAError.self) { try LoRA(Tiny.model(), targets: ["q_proj"]) }
    #expect("\(try #require(error))".contains("blocks.attention.projection"))
  }

  @Test("DPO has the values that are computed by hand")
  func dpo() {
    let zeros = Tensor([0.0])
    func loss(_ chosen: Double, _ rejected: Double) -> Double {
      dpoLoss(
        chosen: Tensor([chosen]), rejected: Tensor([rejected]), referenceChosen: zeros, referenceRejected: zeros
      ).doubleItem
    }
    // -ln σ(0.1 · 1.5), and ln 2 where nothing differs.
    #expect(Swift.abs(loss(1, -0.5) - 0.620957) < 1e-6)
    #expect(Swift.abs(loss(0, 0) - 0.693147) < 1e-6)
  }

  @Test("DPO teaches a model a batch of preferences, and leaves the reference alone")
  func preferences() throws {
    let (model, reference) = (Tiny.model(), Tiny.model())
    let before = reference.state
    let batch = PreferenceBatch([([1, 2], [3, 4], [5]), ([1], [6], [7, 8])], filler: 0)
    var settings = Tiny.settings(60)
    settings.schedule = ConstantSchedule(0.01)
    let loop = TrainingLoop(model, reference: reference, optimizer: AdamW(model), settings: settings) { _ in batch }
    try loop.run()
    guard case .step(_, let first, _, _, _) = loop.records[0], case .step(_, let last, _, _, _) = loop.records[59]
    else { throw TrainingError.noCheckpoint(folder: "") }
    #expect(Swift.abs(first - 0.693147) < 1e-5 && last < 0.3)
    #expect(reference.state == before)
  }

  @Test("The trainer learns its examples by heart, and goes on after a stop bit for bit")
  func trainer() throws {
    let texts = [[1, 2, 3, 4], [5, 6, 7], [8, 9, 10, 11, 1], [2, 4, 6]]
    func trainer(_ model: GPT, folder: String?, _ look: @escaping () -> Void = {}) throws -> Trainer<[Int], TokenBatch>
    {
      var arguments = TrainingArguments(epochs: 60, batchSize: 2, learningRate: 0.02)
      (arguments.outputFolder, arguments.saving) = (folder, folder == nil ? .never : .everyEpoch)
      arguments.showsProgress = false
      return try Trainer(
        model, arguments, examples: texts, collate: { TokenBatch(padding: $0, with: 0) }, targetCount: \.targetCount,
        loss: { batch in
          look()
          return languageModelLoss(model, batch)
        })
    }
    let (whole, stopped, resumed) = (Tiny.model(), Tiny.model(), Tiny.model(seed: 3))
    #expect(try trainer(whole, folder: nil).train() == .finished)
    #expect(languageModelLoss(whole, TokenBatch(padding: texts, with: 0)).doubleItem < 0.7)
    let request = StopRequest()
    var calls = 0
    let first = try trainer(stopped, folder: folder.path) {
      calls += 1
      if calls == 31 { request.stop() }
    }
    #expect(try first.train(stopping: request) == .stopped)
    #expect(first.loop.step == 31)
    try trainer(resumed, folder: folder.path).train(resuming: true)
    #expect(resumed.state == whole.state)
  }
}
