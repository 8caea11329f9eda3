import Foundation
import LanguageModels
import NeuralNetworks
import Testing
import TextGeneration
import Tokenizers

/// What somebody says in a chat may have no token, and a folder's tokenizer may belong to another model: neither ends the
/// program.
@Suite("Chats with a tokenizer that does not know every word") struct UnknownTextTests {
  private static let jinja = "{% for message in messages %}<|user|>{{ message['content'] }}<|end|>{% endfor %}"

  /// A tokenizer of whole words, with or without a template of its own.
  private func tokenizer(template: String? = nil) throws -> PipelineTokenizer {
    let folder = FileManager.default.temporaryDirectory.appending(path: "unknown-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = ChatTemplate.marks + ["hello", "there"]
    let vocabulary = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    let file: [String: Any] = [
      "pre_tokenizer": ["type": "WhitespaceSplit"],
      "model": ["type": "WordLevel", "unk_token": "?", "vocab": vocabulary] as [String: Any],
      "added_tokens": ChatTemplate.marks.enumerated().map {
        ["id": $0, "content": $1, "special": true] as [String: Any]
      },
    ]
    try JSONSerialization.data(withJSONObject: file).write(to: folder.appending(path: "tokenizer.json"))
    if let template {
      try template.write(to: folder.appending(path: "chat_template.jinja"), atomically: true, encoding: .utf8)
    }
    return try AutoTokenizer.load(from: folder.path)
  }

  private func model(_ vocabularySize: Int) -> GPT {
    GPT(GPTConfiguration(vocabularySize: vocabularySize, contextLength: 32, features: 4, layers: 1, heads: 1))
  }

  @Test(
    "A turn without tokens is an error, and the conversation goes on as if it had not been said",
    arguments: [nil, jinja])
  func turn(template: String?) throws {
    let tokenizer = try tokenizer(template: template)
    let chat = ChatSession(
      model(tokenizer.vocabularySize), tokenizer, try ChatTemplate(tokenizer),
      configuration: GenerationConfiguration(maximumNewTokens: 2))
    try chat.respond(to: "hello")
    let before = chat.messages
    #expect(throws: TokenizerError.noUnknownToken("?", text: "zz")) {
      try chat.respond(to: "hello zz") { _ in Issue.record("Something was written.") }
    }
    #expect(chat.messages == before)
    try chat.respond(to: "there")
    #expect(chat.messages.count == 4)
  }

  @Test("So it is in what a model learns from", arguments: [nil, jinja])
  func learning(template: String?) throws {
    let template = try ChatTemplate(tokenizer(template: template))
    #expect(throws: TokenizerError.noUnknownToken("?", text: "zz")) {
      try template.stretches(of: [ChatMessage(.user, "hello"), ChatMessage(.assistant, "zz")])
    }
  }

  @Test("A chat with another model's tokenizer is refused at the first turn")
  func mismatch() throws {
    let tokenizer = try tokenizer()
    let chat = ChatSession(model(5), tokenizer, try ChatTemplate(tokenizer))
    #expect(throws: TokenizerMismatch.tokens(tokenizer: 6, model: 5)) { try chat.respond(to: "hello") }
    #expect(chat.messages.isEmpty)
  }
}
