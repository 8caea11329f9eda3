import Foundation
import LanguageModels
import NeuralNetworks
import Pipelines
import Testing
import TextGeneration
import Tokenizers

/// A folder whose token for unknown text is not in its own vocabulary does its work as long as none is needed.
@Suite("Texts without a token") struct UnknownTextTests {
  /// Calls a function with a copy of a folder in which that token is missing.
  private func with(_ name: String, _ body: (_ folder: String) throws -> Void) throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "unknown-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: Expected.folder(name), toPath: copy)
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let path = URL(filePath: "\(copy)/tokenizer.json")
    var members = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    var model = try #require(members["model"] as? [String: Any])
    model["unk_token"] = "[NONE]"
    members["model"] = model
    // The bytes of a text are all known; its characters are not.
    if model["type"] as? String == "BPE" { members["pre_tokenizer"] = ["type": "WhitespaceSplit"] }
    try JSONSerialization.data(withJSONObject: members).write(to: path)
    try body(copy)
  }

  private func refused(_ text: String) -> PipelineError { .tokenizer(.noUnknownToken("[NONE]", text: text)) }

  @Test("Classes")
  func classes() throws {
    try with("bert-sequence") { folder in
      let classify = try pipeline(.textClassification, model: folder)
      #expect(throws: refused("zebra")) { try classify("the zebra") }
      #expect(throws: refused("zebra")) { try classify("the river", pair: "zebra") }
      #expect(throws: refused("zebra")) { try classify(["the river", "zebra"], isCut: true) }
      #expect(try classify("the river").scores.count > 1)
    }
  }

  @Test("Gaps")
  func gaps() throws {
    try with("bert-masked") { folder in
      let fill = try pipeline(.fillMask, model: folder)
      #expect(throws: refused("zebra")) { try fill("zebra [MASK]") }
      #expect(throws: refused("zebra")) { try fill(["the [MASK]", "the [MASK] zebra"]) }
      #expect(try fill("the [MASK]").count == 1)
    }
  }

  @Test("Answers")
  func answers() throws {
    try with("bert-question") { folder in
      let answer = try pipeline(.questionAnswering, model: folder)
      let context = String(repeating: "the old river. ", count: 40)
      #expect(throws: refused("zebra")) { try answer(question: "zebra?", context: context) }
      #expect(throws: refused("zebra")) { try answer(question: "the?", context: context + "zebra") }
      #expect(try !answer(question: "the?", context: context).text.isEmpty)
    }
  }

  @Test("Features, and vectors of sentences")
  func features() throws {
    try with("bert-masked") { folder in
      let read = try pipeline(.featureExtraction, model: folder) { _ in }
      #expect(throws: refused("zebra")) { try read(["the river", "zebra"]) }
      #expect(try read("the river").shape.count == 2)
      let encoder = try SentenceEncoder.load(from: folder) { _ in }
      #expect(throws: TokenizerError.noUnknownToken("[NONE]", text: "zebra")) {
        try encoder.vectors(of: ["a", "zebra"])
      }
      #expect(try encoder.vectors(of: ["the river"]) == encoder(["the river"]))
    }
  }

  @Test("Texts that are written", arguments: ["gpt2", "llama"])
  func writing(name: String) throws {
    try with(name) { folder in
      let write = try pipeline(.textGeneration, model: folder)
      let two = GenerationConfiguration(maximumNewTokens: 2)
      #expect(throws: refused("河")) { try write("The 河", two) { _ in Issue.record("Something was written.") } }
      #expect(throws: refused("河")) { try write(["The", "河"], two) }
      #expect(throws: refused("河")) { try write.likeliest("河", BeamSearch(beams: 2, maximumNewTokens: 2)) }
      #expect(try write("The old", two).tokens.count == 2)
    }
  }

  @Test("Translations")
  func translations() throws {
    try with("gpt2") { folder in
      let tokenizer = try AutoTokenizer.load(from: folder)
      let model = EncoderDecoder(
        EncoderDecoderConfiguration(
          sourceVocabularySize: tokenizer.vocabularySize, targetVocabularySize: tokenizer.vocabularySize, features: 8,
          layers: 1, heads: 2))
      let translate = try TranslationPipeline(model, source: tokenizer, target: tokenizer, begin: 0, end: 1)
      #expect(throws: refused("河")) { try translate(["The", "河"]) }
      _ = try translate("The", longest: 2)
    }
  }
}
