import Foundation
import NeuralNetworks
import Testing

@testable import LanguageModels
@testable import Tensors

/// Folders of `transformers` are loaded and give its numbers. Expected numbers: `Fixtures/make.py`.
@Suite("Model folders") struct CheckpointTests {
  static let writers = [
    "gpt2", "gpt2-relu", "gpt2-shards", "gpt2-half", "llama", "llama-tied", "llama-bfloat16", "llama-biased",
    "llama-stretched", "llama-turns", "llama-yarn", "llama-dynamic", "llama-gelu", "llama-wide", "gpt2-untied",
    "gpt2-unscaled", "gpt2-layers",
  ]

  @Test("A model that writes gives the same scores and the same greedy text", arguments: writers)
  func causal(name: String) throws {
    let fixture = try ModelFixture(name)
    let model = try AutoModelForCausalLM.load(from: fixture.folder) {
      #expect($0 == LoadingReport(untrained: [], unused: []))
    }
    try withoutGradients { () throws in
      expectClose(model.logits(try fixture.table("tokens"), cache: nil), try fixture.numbers("logits"))
      let wanted = try fixture.greedy
      var ids = Array(wanted.prefix(4))
      let cache = model.makeCache()
      var next = Tensor(indices: ids).unsqueezed(0)
      while ids.count < wanted.count {
        let best = model.lastLogits(next, cache: cache).argmax(axis: 1)  // [1]
        ids.append(best.intItem)
        next = best.unsqueezed(0)
      }
      #expect(ids == wanted)
    }
  }

  @Test("An encoder gives the same features and the same summary")
  func encoder() throws {
    let fixture = try ModelFixture("bert")
    let loaded = try AutoModel.load(from: fixture.folder) { #expect($0.untrained.isEmpty && $0.unused.isEmpty) }
    let model = try #require(loaded as? BERT)
    let hidden = try model(fixture.table("tokens"), types: fixture.table("types"), mask: fixture.table("mask") .> 0)
    expectClose(hidden, try fixture.numbers("last_hidden_state"))
    expectClose(model.summary(hidden), try fixture.numbers("pooler_output"))
  }

  @Test("Heads give the same scores", arguments: ["bert", "distilbert"])
  func heads(family: String) throws {
    func check(_ name: String, _ scores: (String, Tensor, Tensor, Tensor) throws -> Tensor) throws {
      let fixture = try ModelFixture("\(family)-\(name)")
      let found = try scores(
        fixture.folder, fixture.table("tokens"), fixture.table("types"), fixture.table("mask") .> 0)
      expectClose(found, try fixture.numbers("logits"))
    }
    func nothingMissing(_ report: LoadingReport) { #expect(report.untrained.isEmpty && report.unused.isEmpty) }
    try check("masked") {
      try AutoModelForMaskedLM.load(from: $0, report: nothingMissing)($1, types: $2, mask: $3)
    }
    try check("untied-masked") {
      let model = try AutoModelForMaskedLM.load(from: $0, report: nothingMissing)
      #expect(model.decoder != nil && model.bias == nil)
      return model($1, types: $2, mask: $3)
    }
    try check("sequence") {
      let model = try AutoModelForSequenceClassification.load(from: $0, report: nothingMissing)
      #expect(model.labels == ["sport", "weather", "music"])
      return model($1, types: $2, mask: $3)
    }
    try check("token") {
      try AutoModelForTokenClassification.load(from: $0, report: nothingMissing)($1, types: $2, mask: $3)
    }
    let fixture = try ModelFixture("\(family)-question")
    let scores = try AutoModelForQuestionAnswering.load(from: fixture.folder, report: nothingMissing)(
      fixture.table("tokens"), types: fixture.table("types"), mask: fixture.table("mask") .> 0)
    expectClose(scores.start, try fixture.numbers("start_logits"))
    expectClose(scores.end, try fixture.numbers("end_logits"))
  }

  // Among the texts: one padded behind, one padded before, and one whose mask leaves out tokens that are no padding.
  @Test("A decoder scores classes by the last token that is not padding", arguments: ["gpt2", "llama"])
  func decoderHeads(family: String) throws {
    let sequence = try ModelFixture("\(family)-sequence")
    let model = try AutoModelForSequenceClassification.load(from: sequence.folder) {
      #expect($0 == LoadingReport(untrained: [], unused: []))
    }
    #expect(model.labels == ["sport", "weather", "music"])
    #expect(model.paddingToken == (family == "gpt2" ? 3 : 2))
    let (tokens, mask) = (try sequence.table("tokens"), try sequence.table("mask") .> 0)
    expectClose(model(tokens, mask: mask), try sequence.numbers("logits"))
    // A text alone, without its padding and without a mask.
    expectClose(model(tokens[1...1, ..<6]), try sequence.numbers("logits")[1...1])
    let token = try ModelFixture("\(family)-token")
    let tagger = try AutoModelForTokenClassification.load(from: token.folder) {
      #expect($0 == LoadingReport(untrained: [], unused: []))
    }
    expectClose(
      tagger(try token.table("tokens"), mask: try token.table("mask") .> 0), try token.numbers("logits"))
  }

  @Test("A decoder's classifier is saved and loaded with its names and its padding", arguments: ["gpt2", "llama"])
  func decoderRoundTrip(family: String) throws {
    let folder = try TemporaryFolder()
    let model = try AutoModelForSequenceClassification.load(from: ModelFixture("\(family)-sequence").folder)
    try model.savePretrained(to: folder.path)
    let again = try AutoModelForSequenceClassification.load(from: folder.path) {
      #expect($0 == LoadingReport(untrained: [], unused: []))
    }
    #expect(again.state == model.state && again.labels == model.labels && again.paddingToken == model.paddingToken)
    let facts = try ModelFacts(folder: folder.path)
    #expect(facts.architecture == (family == "gpt2" ? "GPT2" : "Llama") + "ForSequenceClassification")
    let tagger = try AutoModelForTokenClassification.load(from: ModelFixture("\(family)-token").folder)
    try tagger.savePretrained(to: folder.path)
    #expect(try AutoModelForTokenClassification.load(from: folder.path).state == tagger.state)
  }

  @Test("What the scores of a classifier stand for is saved, and is forgotten under a new head")
  func problemTypes() throws {
    let folder = try TemporaryFolder()
    let fixture = try ModelFixture("gpt2-several-sequence")
    let model = try AutoModelForSequenceClassification.load(from: fixture.folder)
    #expect(model.problemType == .severalLabels)
    try model.savePretrained(to: folder.path)
    #expect(try AutoModelForSequenceClassification.load(from: folder.path).problemType == .severalLabels)
    #expect(try ModelFacts(folder: folder.path).problemType == .severalLabels)
    let renewed = try AutoModelForSequenceClassification.load(from: fixture.folder, labels: ["a", "b", "c"]) { _ in }
    #expect(renewed.problemType == nil)
    let encoder = SequenceClassifier(
      BERT(BERTConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 1, heads: 2)), labels: ["a"],
      problemType: .regression)
    try encoder.savePretrained(to: folder.path)
    #expect(try AutoModelForSequenceClassification.load(from: folder.path).problemType == .regression)
  }

  @Test("What a llama drops out while training is saved as attention_dropout, and nothing is dropped when it is loaded")
  func llamaDropout() throws {
    let folder = try TemporaryFolder()
    let model = Llama(
      LlamaConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 1, heads: 2, dropout: 0.5))
    try model.savePretrained(to: folder.path)
    let again = try #require(try AutoModelForCausalLM.load(from: folder.path) as? Llama)
    #expect(again.configuration.dropout == 0.5)
    let tokens = Tensor([[1, 2, 3]], dtype: .int)
    #expect(again.logits(tokens, cache: nil) == again.logits(tokens, cache: nil))
    again.setTraining(true)
    #expect(again.logits(tokens, cache: nil) != again.logits(tokens, cache: nil))
  }

  @Test("A body that comes from a model with a head of its own goes without it under another head")
  func untiedBody() throws {
    let tagger = try AutoModelForTokenClassification.load(from: ModelFixture("gpt2-untied").folder, labels: ["a", "b"])
    {
      #expect($0.unused.isEmpty)
    }
    #expect(!tagger.state.keys.contains("body.output.weight"))
    let model = try AutoModelForCausalLM.load(from: ModelFixture("gpt2-untied").folder)
    #expect(model.parameterCount == (model as? GPT)?.configuration.parameterCount)
  }

  @Test("Which tokens begin and end a text is written down, and goes along with a model")
  func generationSettings() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    let model = try AutoModelForCausalLM.load(from: ModelFixture("gpt2").folder)
    for folder in [first, second] { try model.savePretrained(to: folder.path) }
    try ModelFacts.saveGenerationSettings(beginToken: 1, endTokens: [4, 2], to: first.path)
    try ModelFacts.copyGenerationSettings(from: first.path, to: second.path)
    for folder in [first, second] {
      let facts = try ModelFacts(folder: folder.path)
      #expect(facts.beginToken == 1 && facts.endTokens == [2, 4])
    }
    try ModelFacts.saveGenerationSettings(beginToken: nil, endTokens: [3], to: second.path)
    #expect(try ModelFacts(folder: second.path).endTokens == [3])
  }

  @Test("A decoder that writes is loaded under a new head, which is announced", arguments: ["gpt2", "llama"])
  func untrainedDecoderHead(family: String) throws {
    var report: LoadingReport?
    let model = try AutoModelForSequenceClassification.load(
      from: ModelFixture(family).folder, labels: ["a", "b"], paddingToken: 3
    ) { report = $0 }
    #expect(report?.untrained == ["score.weight"])
    #expect(model.labels == ["a", "b"] && model.paddingToken == 3)
    #expect(!model.state.keys.contains("body.output.weight"))
    let tagger = try AutoModelForTokenClassification.load(from: ModelFixture(family).folder, labels: ["a", "b", "c"]) {
      report = $0
    }
    #expect(report?.untrained == ["output.weight", "output.bias"])
    #expect(tagger(Tensor([[5, 6]], dtype: .int)).shape == [1, 2, 3])
    // And the other way: what writes lacks its head in a folder that classifies.
    _ = try AutoModelForCausalLM.load(from: ModelFixture("\(family)-sequence").folder) { report = $0 }
    #expect(report?.unused == ["score.weight"])
    #expect(report?.untrained == (family == "gpt2" ? [] : ["output.weight"]))
  }

  @Test("Where no padding is known the mask says where a text ends, and without a mask the row")
  func endsByMask() {
    let body = GPT(GPTConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 1, heads: 2))
    let model = CausalSequenceClassifier(body, labels: ["a", "b"])
    let tokens = Tensor([[4, 5, 6, 7], [4, 5, 0, 0]], dtype: .int)
    let mask = Tensor([[1, 1, 1, 1], [1, 1, 0, 0]], dtype: .int) .> 0
    let alone = [model(tokens[0...0]), model(tokens[1...1, ..<2])]
    expectClose(model(tokens, mask: mask), concatenated(alone, axis: 0), relative: 1e-5)
    #expect(abs(model(tokens)[1] - alone[1][0]).max().item > 1e-6)
    model.paddingToken = 0
    expectClose(model(tokens), concatenated(alone, axis: 0), relative: 1e-5)
    // Nothing but padding: the first place, as in transformers.
    #expect(model(Tensor([[0, 0]], dtype: .int)).shape == [1, 2])
    let head = model.score.weight
    crossEntropy(model(tokens), Tensor(indices: [0, 1])).backward()
    #expect(head.gradient != nil && model.parameters.allSatisfy { $0.gradient != nil })
  }

  @Test("What is saved is loaded with the same numbers", arguments: writers)
  func roundTrip(name: String) throws {
    let folder = try TemporaryFolder()
    let model = try AutoModelForCausalLM.load(from: ModelFixture(name).folder)
    try model.savePretrained(to: "\(folder.path)/new/model")
    let again = try AutoModelForCausalLM.load(from: "\(folder.path)/new/model")
    #expect(again.state == model.state)
  }

  @Test("A body without a head is loaded under one, and the head is announced as untrained")
  func untrainedHead() throws {
    var report: LoadingReport?
    let model = try AutoModelForSequenceClassification.load(
      from: ModelFixture("bert").folder, labels: ["a", "b", "c", "d"]
    ) { report = $0 }
    #expect(report?.untrained == ["output.weight", "output.bias"])
    #expect(report?.description.contains("train it before you trust it") == true)
    #expect(model.labels.count == 4)
    _ = try AutoModelForMaskedLM.load(from: ModelFixture("bert").folder) { report = $0 }
    #expect(report?.untrained == ["transform.weight", "transform.bias", "norm.weight", "norm.bias", "bias"])
  }

  @Test("A head that is not asked for is listed as unused")
  func unusedHead() throws {
    var report: LoadingReport?
    _ = try AutoModel.load(from: ModelFixture("bert-token").folder) { report = $0 }
    #expect(report?.unused == ["classifier.bias", "classifier.weight"])
    #expect(report?.untrained == ["pooler.weight", "pooler.bias"])
  }
}
