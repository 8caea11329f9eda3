import Displays
import Foundation
import Testing

@testable import Tokenizers

/// Files that are wrong are errors that name the file and the section; files that others wrote in older forms are read.
@Suite("Files of tokenizers") struct TokenizerFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "tokenizer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, _ name: String = "tokenizer.json") throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  private func problem() -> String {
    do {
      _ = try AutoTokenizer.load(from: folder)
      return "nothing was wrong"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A section that is not supported is refused by its name",
    arguments: [
      (
        #""normalizer": {"type": "Nmt"}, "#, #"normalizer.type is "Nmt", which is not supported; supported: BertNorm"#
      ),
      (
        #""normalizer": {"type": "Sequence", "normalizers": [{"type": "NFC"}, {"type": "Odd"}]}, "#,
        #"normalizer.normalizers[1].type is "Odd""#
      ),
      (#""normalizer": {"type": "Precompiled"}, "#, "normalizer.precompiled_charsmap is missing."),
      (#""normalizer": {"type": "Precompiled", "precompiled_charsmap": "!"}, "#, "It should be a map of characters"),
      (#""normalizer": {"type": "Precompiled", "precompiled_charsmap": "/////w=="}, "#, "a map of characters"),
      (#""normalizer": {"type": "Precompiled", "precompiled_charsmap": "BAAAAAAAAAD/"}, "#, "a map of characters"),
      (#""pre_tokenizer": {"type": "UnicodeScripts"}, "#, #"pre_tokenizer.type is "UnicodeScripts""#),
      (#""post_processor": {"type": "Odd"}, "#, #"post_processor.type is "Odd""#),
      (#""decoder": {"type": "CTC"}, "#, #"decoder.type is "CTC""#),
      (#""decoder": {"type": 7}, "#, "decoder.type is 7. It should be a text in quotes."),
      (#""pre_tokenizer": {"type": "Split", "pattern": {"Regex": "("}, "behavior": "Removed"}, "#, "Regex is \"(\"."),
      (
        #""pre_tokenizer": {"type": "Split", "pattern": {"String": "x"}, "behavior": "Shuffled"}, "#,
        #"behavior is "Shuffled""#
      ),
      (#""added_tokens": [{"content": "x", "id": -1}], "#, "added_tokens[0].id is -1."),
      (#""truncation": {"max_length": 5, "strategy": "Odd"}, "#, #"truncation.strategy is "Odd""#),
      (
        #""truncation": {"max_length": 5, "stride": 5}, "#, "truncation.stride is 5. It should be less than max_length."
      ),
      (#""truncation": {"max_length": 5, "direction": "Up"}, "#, #"truncation.direction is "Up""#),
      (#""padding": {"strategy": "Odd"}, "#, #"padding.strategy is "Odd""#),
      (#""padding": {"strategy": {"Fixed": 2000000000}}, "#, "padding.strategy.Fixed is 2000000000."),
      (#""padding": {"strategy": {"Fixed": -1}}, "#, "padding.strategy.Fixed is -1."),
      (#""padding": {"pad_to_multiple_of": 1e300}, "#, "padding.pad_to_multiple_of is"),
      (#""padding": {"pad_id": 99}, "#, "padding.pad_id is 99 ([PAD]). It should be an id of the vocabulary or of"),
      (#""padding": {"pad_id": 3}, "added_tokens": [{"content": "[PAD]", "id": 3}], "#, "nothing was wrong"),
      (
        #""post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 99999], "cls": ["a", 0]}, "#,
        "the id in post_processor is 99999 ([SEP]). It should be an id of the vocabulary or of added_tokens, 0 to 2."
      ),
      (
        #""post_processor": {"type": "TemplateProcessing", "single": [{"Sequence": {"id": "A"}}], "pair": [{"Sequence": "#
          + #"{"id": "A"}}, {"SpecialToken": {"id": "|"}}], "special_tokens": {"|": {"ids": [3], "tokens": ["|"]}}}, "#,
        "the id in post_processor is 3 (|)."
      ),
      ("", "nothing was wrong"),
    ])
  func unsupported(section: String, words: String) throws {
    try write(#"{\#(section)"model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": ["a b"]}}"#)
    #expect(problem().contains(words), "\(problem())")
  }

  @Test(
    "A model that does not hold together is told",
    arguments: [
      (#"{"type": "Odd", "vocab": []}"#, #"model.type is "Odd", which is not supported"#),
      (#"{"type": "Unigram", "vocab": {"a": 0}}"#, "model.vocab is {\"a\":0}. It should be a list."),
      (#"{"type": "Unigram", "vocab": [["a"]]}"#, #"model.vocab[0] is ["a"]. It should be a token and the log"#),
      (#"{"type": "Unigram", "vocab": [["a", 1e999]]}"#, "model.vocab[0] is [\"a\",null]."),
      (#"{"type": "Unigram", "vocab": [["a", 0], ["a", -1]]}"#, "a token that stands twice"),
      (#"{"type": "Unigram", "unk_id": 1, "vocab": [["a", 0]]}"#, "model.unk_id is 1. It should be below 1"),
      (
        #"{"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": ["a b"]}"#,
        "model.merges[0] is a b. It should be two tokens"
      ),
      (#"{"type": "BPE", "vocab": {"a": 0, "b": 0}, "merges": []}"#, "tokens with different ids"),
      (#"{"type": "BPE", "vocab": {"a": 2000000000}, "merges": []}"#, "tokens with different ids"),
      (#"{"type": "BPE", "vocab": {"a": 0}, "merges": ["a b c"]}"#, "two tokens with a space between"),
      (#"{"type": "BPE", "vocab": {"a": 0}, "merges": [["a"]]}"#, "two tokens"),
      (#"{"type": "BPE", "dropout": 0.1, "vocab": {"a": 0}, "merges": []}"#, "model.dropout is 0.1"),
      (#"{"type": "WordPiece"}"#, "model.vocab is missing"),
      ("[]", "expected '{'"),
    ])
  func model(model: String, words: String) throws {
    try write(#"{"model": \#(model)}"#)
    #expect(problem().contains(words), "\(problem())")
  }

  @Test(
    "Spoilt files are errors or tokenizers, whatever stands in them",
    arguments: ["gpt2", "bert", "llama2", "unigram", "precompiled"])
  func spoilt(name: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: "\(TokenizerFixture(name).folder)/tokenizer.json")))
    var generator = SystemRandomNumberGenerator()
    for round in 0..<60 {
      var changed = bytes
      if round % 4 == 0 {
        changed.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
      } else {
        for _ in 0...round % 5 { changed[Int.random(in: 0..<bytes.count, using: &generator)] = .random(in: 0...255) }
      }
      try Data(changed).write(to: URL(filePath: "\(folder)/tokenizer.json"))
      if let tokenizer = try? AutoTokenizer.load(from: folder), tokenizer.hasUnknownToken {
        _ = tokenizer.decode(
          tokenizer.encode("the lowest boats 天地", addingSpecialTokens: true).ids, skippingSpecialTokens: false)
      }
    }
    try write(String(repeating: "[", count: 100_000))
    #expect(problem().contains("levels of brackets") || problem().contains("no object"))
  }

  @Test("GPT-2's two files make the same tokenizer")
  func twoFiles() throws {
    let tokenizer = try TokenizerFixture("gpt2").tokenizer()
    let model = try #require(tokenizer.model as? BytePairModel)
    let vocabulary = Dictionary(uniqueKeysWithValues: model.vocabulary.entries.map { ($0.token, JSON.integer($0.id)) })
    try write(JSON.object(vocabulary).text, "vocab.json")
    try write("#version: 0.2\n" + model.merges.map { "\($0.first) \($0.second)\r\n" }.joined(), "merges.txt")
    let other = try AutoTokenizer.load(from: folder)
    for text in try TokenizerFixture.texts() { #expect(other.ids(of: text) == tokenizer.ids(of: text)) }
    try write("a b c", "merges.txt")
    #expect(problem().contains("Line 1 is \"a b c\"."))
  }

  @Test(
    "BERT's list of tokens makes the same tokenizer, and its settings say whether case counts",
    arguments: [true, false])
  func list(lowercases: Bool) throws {
    let tokenizer = try TokenizerFixture(lowercases ? "bert" : "bert-cased").tokenizer()
    try write(tokenizer.model.vocabulary.tokens.joined(separator: "\n") + "\n", "vocab.txt")
    try write("{\"do_lower_case\": \(lowercases)}", "tokenizer_config.json")
    let other = try AutoTokenizer.load(from: folder)
    for text in try TokenizerFixture.texts() {
      #expect(other.encode(text, pair: "b").ids == tokenizer.encode(text, pair: "b").ids)
    }
    try write(#"{"tokenizer_class": "RobertaTokenizer"}"#, "tokenizer_config.json")
    #expect(problem().contains("There is vocab.txt without a tokenizer.json, and how a RobertaTokenizer cuts texts"))
  }

  @Test(
    "A list of tokens is read as its settings say",
    // Ids as transformers 5.23's `BertTokenizer` gives them for the same folder.
    arguments: [
      ("{}", "中国 caf\u{E9}", [2, 9, 10, 15, 14, 3]),
      (#"{"tokenize_chinese_chars": false}"#, "中国 caf\u{E9}", [2, 9, 11, 15, 14, 3]),
      (#"{"strip_accents": false}"#, "中国 caf\u{E9}", [2, 9, 10, 15, 16, 3]),
      (#"{"do_lower_case": false, "strip_accents": true}"#, "H\u{E9}llo caf\u{E9}", [2, 19, 15, 14, 3]),
      (#"{"added_tokens_decoder": {"24": {"content": "<new>"}}}"#, "abc<new>b", [2, 20, 21, 22, 24, 1, 3]),
    ])
  func listWithSettings(settings: String, text: String, ids: [Int]) throws {
    let tokens = [
      "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "hello", "world", "wor", "##ld", "中", "国", "##国", "e", "\u{E9}",
      "##e",
      "caf", "##\u{E9}", "H", "##ello", "Hello", "a", "##b", "##c", "<x>",
    ]
    try write(tokens.joined(separator: "\n") + "\n", "vocab.txt")
    try write(settings, "tokenizer_config.json")
    let tokenizer = try AutoTokenizer.load(from: folder)
    #expect(tokenizer.encode(text, addingSpecialTokens: true).ids == ids)
    // What is read is saved in full.
    try tokenizer.save(to: folder)
    #expect(try AutoTokenizer.load(from: folder).encode(text, addingSpecialTokens: true).ids == ids)
  }

  @Test("Two files of byte pairs are read as their settings say, and spoilt settings are told")
  func twoFilesWithSettings() throws {
    try write(#"{"a": 0, "b": 1, "Ġ": 2, "Ġa": 3}"#, "vocab.json")
    try write("Ġ a", "merges.txt")
    try write(
      #"{"add_prefix_space": true, "added_tokens_decoder": {"4": {"content": "<new>", "special": true}}}"#,
      "tokenizer_config.json")
    let tokenizer = try AutoTokenizer.load(from: folder)
    #expect(tokenizer.ids(of: "ab") == [3, 1])
    #expect(tokenizer.addedTokens.map(\.content) == ["<new>", "<|endoftext|>"])
    // No id leads anywhere: tokens get theirs behind those of the vocabulary.
    try write(#"{"added_tokens_decoder": {"9999999": {"content": "<new>"}}}"#, "tokenizer_config.json")
    #expect(try AutoTokenizer.load(from: folder).addedTokens.map(\.id) == [4, 5])
    try write(#"{"added_tokens_decoder": {"x": {"content": "<new>"}}}"#, "tokenizer_config.json")
    #expect(problem().contains("behind an id"))
  }

  @Test("An empty folder says what would be in it")
  func empty() {
    #expect(
      problem()
        == "\(folder): There is no tokenizer here. It would be in tokenizer.json, or vocab.json with merges.txt, or vocab.txt."
    )
  }
}

extension PipelineTokenizer {
  /// Whether any text has tokens.
  fileprivate var hasUnknownToken: Bool {
    switch model {
    case let model as WordPieceModel: model.vocabulary.id(model.unknownToken) != nil
    case let model as UnigramModel: model.unknown != nil
    case let model as BytePairModel: model.options.unknownToken.map { model.vocabulary.id($0) != nil } ?? true
    default: false
    }
  }
}
