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
    #expect(settings.maximumLength == nil && settings.addsBeginning == true && settings.addsEnd == false)
    #expect(settings.marks == [.beginning: "[CLS]", .end: "[SEP]", .mask: "odd"])
    #expect(tokenizer.id(of: .end) == tokenizer.id(for: "[SEP]") && tokenizer.id(of: .end) != nil)
    #expect(tokenizer.id(of: .padding) == nil && tokenizer.id(of: .mask) == nil)
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
      (#"{"add_bos_token": "yes"}"#, #"add_bos_token is "yes". It should be true or false."#),
      (#"{"do_lower_case": 1}"#, "do_lower_case is 1."),
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

  @Test("Bytes that are no text are an error")
  func bytes() throws {
    try Data([0x7B, 0xFF]).write(to: URL(filePath: "\(folder)/tokenizer_config.json"))
    #expect(throws: (any Error).self) { try AutoTokenizer.load(from: folder) }
  }
}
