import Foundation
import LanguageModels
import Pipelines
import Testing
import TextGeneration
import Tokenizers

/// Ids that the model has no row for, wherever they stand in a folder, are errors and never the end of the program.
@Suite("Folders whose parts do not belong together") struct HostileFolderTests {
  private let temporary = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)").path

  /// A copy of a folder with one of its files changed.
  private func folder(
    _ name: String, _ file: String, _ change: (inout [String: Any]) throws -> Void
  ) throws -> String {
    let copy = "\(temporary)-\(name)"
    try FileManager.default.copyItem(atPath: Expected.folder(name), toPath: copy)
    let path = URL(filePath: "\(copy)/\(file)")
    var members = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    try change(&members)
    try JSONSerialization.data(withJSONObject: members).write(to: path)
    return copy
  }

  private func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

  @Test("A mark that is no token is refused when the tokenizer is read")
  func marks() throws {
    let folder = try folder("bert-sequence", "tokenizer.json") {
      $0["post_processor"] =
        ["type": "BertProcessing", "sep": ["[SEP]", 99999], "cls": ["[CLS]", 2]] as [String: Any]
    }
    defer { remove(folder) }
    #expect(throws: TokenizerFileError.self) { try pipeline(.textClassification, model: folder) }
  }

  @Test("So is padding that is no token")
  func padding() throws {
    let folder = try folder("bert-sequence", "tokenizer.json") {
      $0["padding"] = ["strategy": "BatchLongest", "pad_id": 99999, "pad_token": "[PAD]"] as [String: Any]
    }
    defer { remove(folder) }
    #expect(throws: TokenizerFileError.self) { try pipeline(.textClassification, model: folder) }
  }

  @Test("A tokenizer with more tokens than the model is refused by every task")
  func tokenizers() throws {
    func more(_ name: String) throws -> String {
      try folder(name, "tokenizer.json") { members in
        let added = members["added_tokens"] as? [Any] ?? []
        members["added_tokens"] = added + [["content": "<more>", "id": 700, "special": false] as [String: Any]]
      }
    }
    let folders = try ["bert-masked", "bert-sequence", "bert-question", "gpt2"].map(more)
    defer { folders.forEach(remove) }
    func refused(_ task: some PipelineTask, _ folder: String) {
      let error = #expect(throws: PipelineError.self) { try pipeline(task, model: folder) { _ in } }
      guard case .mismatch(.tokens(let tokenizer, let model)) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      // As in Python, the next id is the token's, whatever the file says.
      #expect(tokenizer == model + 1)
    }
    refused(.fillMask, folders[0])
    refused(.featureExtraction, folders[0])
    refused(.textClassification, folders[1])
    refused(.questionAnswering, folders[2])
    refused(.textGeneration, folders[3])
    refused(.featureExtraction, folders[3])
    #expect(throws: TokenizerMismatch.self) { try SentenceEncoder.load(from: folders[0]) { _ in } }
  }

  @Test("A mark that no text turns into needs no row")
  func unusedMark() throws {
    for (name, isChat) in [("bert-sequence", false), ("gpt2", true)] {
      let folder = try folder(name, "tokenizer.json") { members in
        let added = members["added_tokens"] as? [Any] ?? []
        members["added_tokens"] = added + [["content": "<more>", "id": 700, "special": true] as [String: Any]]
      }
      defer { remove(folder) }
      let tokenizer = try AutoTokenizer.load(from: folder)
      let rows = tokenizer.vocabularySize - 1
      #expect(tokenizer.largestID < rows)
      guard isChat else {
        _ = try pipeline(.textClassification, model: folder) { _ in }
        continue
      }
      let write = try pipeline(.textGeneration, model: folder) { _ in }
      let two = GenerationConfiguration(maximumNewTokens: 2)
      #expect(try write("The old", two).tokens.count == 2)
      #expect(try write(["The old", "A"], two).allSatisfy { $0.tokens.count == 2 })
      #expect(try write.likeliest("The old", BeamSearch(beams: 2, maximumNewTokens: 2)).tokens.count == 2)
      #expect(TextGenerator(write.model, tokenizer).text(after: "The old", two).tokens.count == 2)
      // What is said in a chat stands between special tokens.
      #expect(throws: TokenizerMismatch.self) { try tokenizer.check(vocabularySize: rows, usesMarks: true) }
    }
  }

  @Test("Parts that the model does not tell apart are refused where a text has them")
  func parts() throws {
    // One row for parts, as the folder's settings and weights have it.
    func oneType(_ name: String) throws -> (folder: String, model: SequenceClassifier) {
      let tokenizer = try AutoTokenizer.load(from: Expected.folder(name))
      var sizes = BERTConfiguration(
        vocabularySize: tokenizer.vocabularySize, contextLength: 48, features: 16, layers: 1, heads: 2)
      sizes.typeCount = 1
      return (Expected.folder(name), SequenceClassifier(BERT(sizes), labels: ["a", "b"]))
    }
    let (folder, model) = try oneType("bert-sequence")
    let tokenizer = try AutoTokenizer.load(from: folder)
    let mismatch = PipelineError.mismatch(.parts(tokenizer: 2, model: 1))
    #expect(throws: mismatch) {
      try QuestionAnsweringPipeline(QuestionAnswerer(model.body), tokenizer: tokenizer)
    }
    let classify = try TextClassificationPipeline(model, tokenizer: tokenizer)
    #expect(try classify("the river").scores.count == 2)
    #expect(throws: mismatch) { try classify("the river", pair: "the bridge") }
    #expect("\(mismatch)".hasPrefix("The tokenizer tells 2 parts of a text apart, and the model 1 (type_vocab_size)."))
    // A template that gives a text alone a part of its own.
    let odd = try self.folder("bert-sequence", "tokenizer.json") { members in
      let text: [String: Any] = ["Sequence": ["id": "A", "type_id": 9] as [String: Any]]
      members["post_processor"] =
        [
          "type": "TemplateProcessing", "single": [text], "pair": [text, text], "special_tokens": [String: Any](),
        ] as [String: Any]
    }
    defer { remove(odd) }
    #expect(throws: PipelineError.mismatch(.parts(tokenizer: 10, model: 2))) {
      try pipeline(.textClassification, model: odd)
    }
  }

  /// The places in a file where there is no object or list with something in it, but for the vocabulary's.
  private func leaves(_ value: Any, _ path: [String] = []) -> [[String]] {
    if path.last == "vocab" || path.last == "merges" { return [path] }
    if let members = value as? [String: Any], !members.isEmpty {
      return members.keys.sorted().flatMap { leaves(members[$0] ?? NSNull(), path + [$0]) }
    }
    if let list = value as? [Any], !list.isEmpty {
      return list.indices.flatMap { leaves(list[$0], path + [String($0)]) }
    }
    return [path]
  }

  /// A file with something else at a place.
  private func replaced(_ value: Any, _ path: ArraySlice<String>, _ other: Any) -> Any {
    guard let name = path.first else { return other }
    if var list = value as? [Any], let number = Int(name) {
      list[number] = replaced(list[number], path.dropFirst(), other)
      return list
    }
    var members = value as? [String: Any] ?? [:]
    members[name] = replaced(members[name] ?? NSNull(), path.dropFirst(), other)
    return members
  }

  @Test(
    "Nothing that stands in a tokenizer.json ends the program", arguments: ["bert-sequence", "gpt2-sequence"])
  func oddTokenizers(name: String) throws {
    let copy = "\(temporary)-odd-\(name)"
    try FileManager.default.copyItem(atPath: Expected.folder(name), toPath: copy)
    defer { remove(copy) }
    let model = try AutoModelForSequenceClassification.load(from: copy)
    let path = URL(filePath: "\(copy)/tokenizer.json")
    var whole = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: path)) as? [String: Any])
    whole["padding"] = ["strategy": "BatchLongest", "pad_id": 0, "pad_token": "x", "pad_type_id": 0] as [String: Any]
    let values: [Any] = [-1, 5, 99999, Int.max, "", [Int](), true]
    var refused = 0
    for place in leaves(whole) {
      for value in values {
        try JSONSerialization.data(withJSONObject: replaced(whole, place[...], value)).write(to: path)
        do {
          let classify = try TextClassificationPipeline(model, tokenizer: AutoTokenizer.load(from: copy))
          _ = try (classify(["The old river", "boats"]), classify("The old", pair: "river"))
        } catch { refused += 1 }
      }
    }
    #expect(refused > 50)
  }

  // GPT2Config(vocab_size=200) of transformers keeps the mark of the real GPT-2.
  @Test("A mark for the beginning that the model does not know is refused where it is needed")
  func beginToken() throws {
    let folder = try folder("gpt2", "generation_config.json") { $0["bos_token_id"] = 50256 }
    defer { remove(folder) }
    let write = try pipeline(.textGeneration, model: folder)
    #expect(try write("The old", GenerationConfiguration(maximumNewTokens: 2)).prompt == "The old")
    let error = #expect(throws: PipelineError.self) { try write("") }
    #expect(
      "\(error.map { "\($0)" } ?? "")".contains("(bos_token_id) is 50256. It should be a token of the model, 0 to"))
  }

  @Test("Padding that the model does not know is refused")
  func modelPadding() throws {
    let folder = Expected.folder("gpt2-sequence")
    let model = try #require(
      try AutoModelForSequenceClassification.load(from: folder) as? CausalSequenceClassifier<GPT>)
    model.paddingToken = 99999
    #expect(throws: PipelineError.self) {
      try TextClassificationPipeline(model, tokenizer: AutoTokenizer.load(from: folder))
    }
  }

  @Test("Tokens that are all suppressed leave nothing to write")
  func allSuppressed() throws {
    let write = try pipeline(.textGeneration, model: Expected.folder("gpt2"))
    var settings = GenerationConfiguration(maximumNewTokens: 2)
    settings.suppressedTokens = Set(0..<write.model.vocabularySize)
    #expect(throws: PipelineError.self) { try write("The", settings) }
  }

  @Test("Features of a decoder's tokens", arguments: ["gpt2", "llama"])
  func decoderFeatures(name: String) throws {
    let read = try pipeline(.featureExtraction, model: Expected.folder(name)) { _ in }
    let texts = ["The old river", "boats", "Add two eggs and stir"]
    for (text, features) in zip(texts, try read(texts)) {
      let alone = try read(text)
      #expect(features.shape == [read.tokenizer.ids(of: text).count + (name == "llama" ? 1 : 0), read.model.features])
      #expect(zip(features.floats, alone.floats).allSatisfy { Swift.abs($0 - $1) < 1e-4 })
    }
  }
}
