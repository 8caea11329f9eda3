import Foundation
import NeuralNetworks
import Testing

@testable import LanguageModels
@testable import Tensors

/// Folders of `transformers` are loaded and give its numbers. Expected numbers: `Fixtures/make.py`.
@Suite("Model folders") struct CheckpointTests {
  static let writers = [
    "gpt2", "gpt2-relu", "gpt2-shards", "gpt2-half", "llama", "llama-tied", "llama-bfloat16", "llama-biased",
    "llama-stretched", "llama-turns",
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
    let model = try AutoModel.load(from: fixture.folder) { #expect($0.untrained.isEmpty && $0.unused.isEmpty) }
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
