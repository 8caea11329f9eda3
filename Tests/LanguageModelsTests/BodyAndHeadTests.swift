import Displays
import Foundation
import NeuralNetworks
import TensorFiles
import Testing

@testable import LanguageModels
@testable import Tensors

/// What of a folder becomes the body and what the head, and what is said of the rest.
@Suite("Bodies and heads of model folders") struct BodyAndHeadTests {
  @Test("A decoder below its head gives the features that the head reads", arguments: CheckpointTests.writers)
  func decoderBodies(name: String) throws {
    let (fixture, temporary) = (try ModelFixture(name), try TemporaryFolder())
    let body = try AutoModel.load(from: fixture.folder) { #expect($0.untrained.isEmpty && $0.unusedOfBody.isEmpty) }
    let whole = try AutoModelForCausalLM.load(from: fixture.folder)
    try withoutGradients { () throws in
      let features = body(try fixture.table("tokens"))
      let scores = (whole as? GPT)?.head(features) ?? (whole as? Llama)?.head(features)
      expectClose(try #require(scores), try fixture.numbers("logits"))
      // Saved as a body alone, names have no prefix.
      try body.savePretrained(to: temporary.path)
      let again = try AutoModel.load(from: temporary.path) { #expect($0 == LoadingReport(untrained: [], unused: [])) }
      #expect(again(try fixture.table("tokens")) == features)
    }
    #expect(try ModelFacts(folder: temporary.path).architecture == (body is GPT ? "GPT2Model" : "LlamaModel"))
    let names = try Tensor.loadAll(temporary.path).keys
    #expect(!names.contains { $0.hasPrefix("transformer.") || $0.hasPrefix("model.") || $0 == "lm_head.weight" })
  }

  /// A copy of a folder with some settings changed.
  private func changed(_ name: String, _ changes: [String: JSON], in temporary: TemporaryFolder) throws -> String {
    let copy = try temporary.copy(ModelFixture(name))
    let path = "\(copy)/config.json"
    let members = try #require(JSON(parsing: String(contentsOfFile: path, encoding: .utf8)).objectValue)
    try JSON.object(members.merging(changes) { $1 }).text.write(toFile: path, atomically: true, encoding: .utf8)
    return copy
  }

  @Test(
    "A part of the body that the settings leave out is said",
    arguments: [("gpt2", "n_layer", "h.1."), ("llama", "num_hidden_layers", "model.layers.1.")])
  func unusedLayers(name: String, field: String, prefix: String) throws {
    let temporary = try TemporaryFolder()
    let folder = try changed(name, [field: 1], in: temporary)
    var report: LoadingReport?
    _ = try AutoModelForCausalLM.load(from: folder) { report = $0 }
    let found = try #require(report)
    #expect(found.isWorthSaying && found.untrained.isEmpty)
    #expect(found.unusedOfBody.count >= 9 && found.unusedOfBody.allSatisfy { $0.contains(prefix) })
    let count = found.unusedOfBody.count
    #expect(found.description.hasPrefix("The model has no place for \(count) tensors of the checkpoint: "))
  }

  @Test("Other heads, a pooler, and what holds nothing that was learned are not worth saying")
  func quietTensors() throws {
    let temporary = try TemporaryFolder()
    let copy = try temporary.copy(ModelFixture("bert"))
    var tensors = try Tensor.loadAll(copy)
    for name in ["embeddings.position_ids", "cls.predictions.bias", "classifier.weight"] { tensors[name] = .zeros([2]) }
    try Tensor.save(tensors, to: "\(copy)/model.safetensors")
    _ = try AutoModelForQuestionAnswering.load(from: copy) { report in
      #expect(report.unusedOfBody.isEmpty && report.unused.contains("pooler.dense.weight"))
    }
  }

  @Test(
    "Under other names of classes a head begins anew, and says so", arguments: ["bert", "distilbert", "gpt2", "llama"])
  func newClasses(family: String) throws {
    let folder = try ModelFixture("\(family)-sequence").folder
    let layer = ["gpt2", "llama"].contains(family) ? "score" : "output"
    let names = family.hasSuffix("bert") ? ["output.weight", "output.bias"] : ["score.weight"]
    let trained = try AutoModelForSequenceClassification.load(from: folder)
    for labels in [["a", "b"], ["a", "b", "c"]] {
      var report: LoadingReport?
      let model = try AutoModelForSequenceClassification.load(from: folder, labels: labels) { report = $0 }
      #expect(model.labels == labels && report?.untrained == names && report?.unusedOfBody == [])
      let (new, old) = (try #require(model.state["\(layer).weight"]), try #require(trained.state["\(layer).weight"]))
      #expect(new.shape == [labels.count, 16] && new[0] != old[0])
      // All but the rows of the classes is as it was.
      #expect(model.state.filter { !$0.key.hasPrefix(layer) } == trained.state.filter { !$0.key.hasPrefix(layer) })
      let tokens = try ModelFixture("\(family)-token").folder
      let tagger = try AutoModelForTokenClassification.load(from: tokens, labels: labels) {
        #expect($0.untrained == ["output.weight", "output.bias"])
      }
      #expect(tagger.output.weight.shape == [labels.count, 16])
    }
    let same = try AutoModelForSequenceClassification.load(from: folder, labels: trained.labels) {
      #expect($0.untrained.isEmpty)
    }
    #expect(same.state == trained.state)
  }

  @Test("What is dropped out while training is read where the model has it, and saved as it was")
  func dropouts() throws {
    func members(_ folder: String) throws -> [String: JSON] {
      try #require(JSON(parsing: String(contentsOfFile: "\(folder)/config.json", encoding: .utf8)).objectValue)
    }
    let cases: [(name: String, settings: [String: Double])] = [
      ("gpt2", ["resid_pdrop": 0.25, "embd_pdrop": 0.5, "attn_pdrop": 0]),
      ("bert-sequence", ["hidden_dropout_prob": 0.25, "attention_probs_dropout_prob": 0, "classifier_dropout": 0.5]),
      ("bert-token", ["hidden_dropout_prob": 0, "classifier_dropout": 0.5]),
      (
        "distilbert-sequence",
        ["dropout": 0.25, "attention_dropout": 0, "seq_classif_dropout": 0.5, "qa_dropout": 0.75]
      ),
      ("distilbert-question", ["dropout": 0, "seq_classif_dropout": 0.5, "qa_dropout": 0.75]),
    ]
    for (name, settings) in cases {
      let temporary = try TemporaryFolder()
      let folder = try changed(name, settings.mapValues { .number($0) }, in: temporary)
      let model: any PretrainedModel =
        switch name.split(separator: "-").last {
        case "sequence": try AutoModelForSequenceClassification.load(from: folder)
        case "token": try AutoModelForTokenClassification.load(from: folder)
        case "question": try AutoModelForQuestionAnswering.load(from: folder)
        default: try AutoModelForCausalLM.load(from: folder)
        }
      let shares = [
        (model as? GPT)?.dropout, (model as? SequenceClassifier)?.dropout, (model as? TokenClassifier)?.dropout,
        (model as? QuestionAnswerer)?.dropout,
      ].compactMap { $0?.probability }
      #expect(shares == [name == "distilbert-question" ? 0.75 : 0.5], "\(name)")
      if let gpt = model as? GPT {
        #expect(gpt.blocks[0].dropout?.probability == 0.25 && gpt.blocks[0].attention.dropout == nil)
      }
      try model.savePretrained(to: "\(temporary.path)/again")
      let saved = try members("\(temporary.path)/again")
      for (field, share) in settings { #expect(saved[field]?.doubleValue == share, "\(name) \(field)") }
    }
  }
}
