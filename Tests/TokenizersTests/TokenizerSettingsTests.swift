import Foundation
import Testing

@testable import Tokenizers

@Suite("What stands beside a tokenizer") struct TokenizerSettingsTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "tokenizer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(TokenizerFixture("bert").folder)/tokenizer.json", toPath: "\(folder)/tokenizer.json")
  }

  private func load(_ settings: String, _ name: String = "tokenizer_config.json") throws -> PipelineTokenizer {
    try settings.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    return try AutoTokenizer.load(from: folder)
  }

  @Test("Length, marks and a chat's template are read, in every form that files have")
  func forms() throws {
    // The limit is Python's `int(1e30)`, as transformers writes it.
    let tokenizer = try load(
      """
      {"add_bos_token": true, "add_eos_token": false, "bos_token": "[CLS]", "chat_template": "{{ x }}", "padding_side": "left",
       "eos_token": {"__type": "AddedToken", "content": "[SEP]", "lstrip": false}, "pad_token": null, "mask_token": "odd",
       "model_max_length": 1000000000000000019884624838656, "added_tokens_decoder": {"0": {"content": "[PAD]"}}}
      """)
    let settings = tokenizer.settings
    #expect(settings.maximumLength == nil)
    #expect(settings.marks == [.beginning: "[CLS]", .end: "[SEP]", .mask: "odd"])
    #expect(tokenizer.id(of: .end) == tokenizer.id(for: "[SEP]") && tokenizer.id(of: .end) != nil)
    // A mark that no file has a token for gets one, as with transformers.
    #expect(tokenizer.id(of: .padding) == nil && tokenizer.id(of: .mask) == tokenizer.vocabularySize - 1)
    #expect(tokenizer.chatTemplate == "{{ x }}" && settings.padsAtStart == true)
    #expect(try load(#"{"model_max_length": 512}"#).settings.maximumLength == 512)
    #expect(try load(#"{"model_max_length": 1e30}"#).settings.maximumLength == nil)
    let several = #"{"chat_template": [{"name": "rag", "template": "r"}, {"name": "default", "template": "d"}]}"#
    #expect(try load(several).chatTemplate == "d")
    #expect(try load("{{ y }}", "chat_template.jinja").chatTemplate == "{{ y }}")
  }

  @Test("A folder without the file has a tokenizer without settings, which encodes the same")
  func none() throws {
    let plain = try AutoTokenizer.load(from: folder)
    #expect(plain.settings == TokenizerSettings() && plain.chatTemplate == nil)
    let other = try load(#"{"add_bos_token": true, "bos_token": "[MASK]", "do_lower_case": false}"#)
    #expect(other.encode("The Low", pair: "b") == plain.encode("The Low", pair: "b"))
  }

  @Test(
    "What is spoilt is told with its file and its place",
    arguments: [
      ("[]", "it is no object"), ("{", "a name in quotes"), ("", "expected a value"),
      (#"{"model_max_length": "512"}"#, #"model_max_length is "512". It should be a whole number from 0 up."#),
      (#"{"model_max_length": -1}"#, "model_max_length is -1."),
      (#"{"model_max_length": 2.5}"#, "model_max_length is 2.5."),
      (#"{"model_max_length": 1e999}"#, "nothing was wrong"),
      (#"{"pad_token": 3}"#, "pad_token is 3. It should be a text in quotes."),
      (#"{"pad_token": {"text": "x"}}"#, "pad_token.content is missing."),
      (#"{"pad_token": ["x"]}"#, #"pad_token is ["x"]."#),
      (#"{"clean_up_tokenization_spaces": "yes"}"#, #"spaces is "yes". It should be true or false."#),
      (#"{"tokenizer_class": "BertTokenizer", "do_lower_case": 1}"#, "do_lower_case is 1."),
      (#"{"do_lower_case": 1}"#, "nothing was wrong"),
      (#"{"added_tokens_decoder": []}"#, "added_tokens_decoder is []. It should be an object of tokens by id."),
      (#"{"extra_special_tokens": "x"}"#, #"extra_special_tokens is "x". It should be a list."#),
      (#"{"padding_side": "top"}"#, #"padding_side is "top""#),
      (#"{"chat_template": {"a": 1}}"#, "chat_template is"),
      (#"{"chat_template": [1]}"#, "chat_template[0].name is missing."),
      (#"{"chat_template": [{"name": "a", "template": null}]}"#, "chat_template[0].template is missing."),
      (#"{"odd": "# + String(repeating: "[", count: 100_000), "levels of brackets"),
    ])
  func spoilt(settings: String, words: String) throws {
    var problem = "nothing was wrong"
    do { _ = try load(settings) } catch { problem = "\(error)" }
    #expect(problem.contains(words), "\(problem)")
    #expect(words == "nothing was wrong" || problem.hasPrefix("\(folder)/tokenizer_config.json: "))
  }

  @Test("Settings that contradict the file are told with both")
  func contradiction() throws {
    var words = ""
    do { _ = try load(#"{"tokenizer_class": "GPT2TokenizerFast"}"#) } catch { words = "\(error)" }
    #expect(words.contains("tokenizer.json: model.type is WordPiece, and the folder's tokenizer is a GPT2Tokenizer"))
    #expect(words.contains("which has a BPE") && words.contains("PreTrainedTokenizerFast"))
    do { _ = try load(#"{"tokenizer_class": "BertTokenizer", "cls_token": null}"#) } catch { words = "\(error)" }
    #expect(words.contains("cls_token is null."))
  }

  @Test("What is saved is read as it is, whatever model stands beside it")
  func saved() throws {
    let tokenizer = try AutoTokenizer.load(from: folder)
    try #"{"model_type": "gpt2"}"#.write(toFile: "\(folder)/config.json", atomically: true, encoding: .utf8)
    try tokenizer.save(to: folder)
    #expect(try AutoTokenizer.load(from: folder).encode("The Low", pair: "b") == tokenizer.encode("The Low", pair: "b"))
  }

  @Test("Bytes that are no text are an error")
  func bytes() throws {
    try Data([0x7B, 0xFF]).write(to: URL(filePath: "\(folder)/tokenizer_config.json"))
    #expect(throws: (any Error).self) { try AutoTokenizer.load(from: folder) }
  }
}
