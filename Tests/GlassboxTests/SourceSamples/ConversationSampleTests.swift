import Foundation
import Glassbox
import Testing

/// A chat that reads lines, answers each at temperature 0.7, and remembers: the sample with LangChain's `ConversationChain`, a
/// class that LangChain has since given up. The loop is ten lines.
@Suite("Sample: a conversation with memory") struct ConversationSampleTests {
  private func chat(budget: Int? = nil) throws -> ChatSession {
    let tokenizer = try PipelineTokenizer.trainedBytePairs(
      on: ["hello there"], vocabularySize: 270, specialTokens: ChatTemplate.marks)
    let model = withRandomness(seed: 4) {
      GPT(
        GPTConfiguration(
          vocabularySize: tokenizer.vocabularySize, contextLength: 64, features: 16, layers: 1, heads: 2))
    }
    return ChatSession(
      model, tokenizer, try ChatTemplate(tokenizer), budget: budget,
      configuration: GenerationConfiguration(maximumNewTokens: 8, temperature: 0.7))
  }

  @Test("The loop: a line is answered, and both are remembered")
  func loop() throws {
    let chat = try chat()
    var lines = ["hello", "who are you?", "bye"][...]
    var spoken: [String] = []
    while let line = lines.popFirst() { spoken.append("Bot: \(try chat.respond(to: line))") }
    #expect(spoken.count == 3)
    #expect(chat.messages.map(\.role) == [.user, .assistant, .user, .assistant, .user, .assistant])
    #expect(chat.messages.filter { $0.role == .user }.map(\.text) == ["hello", "who are you?", "bye"])
  }

  // In the sample the memory cannot be seen and has no bound: it grows until the model takes no more.
  @Test("The memory can be read, and keeps to a budget of tokens")
  func memory() throws {
    let chat = try chat(budget: 40)
    for number in 0..<6 { try chat.respond(to: "question \(number)") }
    #expect(chat.messages.count == 12 && chat.remembered.count < 12)
    #expect(chat.remembered.last == chat.messages.last)
  }

  @Test("A folder's own template writes the conversation")
  func template() throws {
    try ModelFolders.withEmpty { folder in
      let model = try AutoModelForCausalLM.load(from: ModelFolders.tiny("gpt2"))
      try AutoTokenizer.load(from: ModelFolders.tiny("gpt2")).save(to: folder)
      let template = "{% for m in messages %}{{ m.role }}: {{ m.content }}{{ eos_token }}{% endfor %}assistant:"
      try template.write(toFile: "\(folder)/chat_template.jinja", atomically: true, encoding: .utf8)
      let tokenizer = try AutoTokenizer.load(from: folder)
      let chat = ChatSession(
        model, tokenizer, try ChatTemplate(tokenizer),
        configuration: GenerationConfiguration(maximumNewTokens: 4, temperature: 0.7))
      try chat.respond(to: "hi")
      #expect(chat.messages.count == 2)
      let ids = try ChatTemplate(tokenizer).ids(of: [ChatMessage(.user, "hi")])
      #expect(tokenizer.decode(ids, skippingSpecialTokens: false) == "user: hi<|endoftext|>assistant:")
    }
  }

  @Test("A prompt in the manner of the articles: an instruction, examples, a length, keywords")
  func prompt() {
    let prompt = PromptTemplate(
      instruction: "Translate to Spanish.", examples: [("water", "agua")], maximumWords: 3, keywords: ["el"]
    ).prompt(for: "bread")
    #expect(prompt.hasPrefix("Translate to Spanish.\nUse at most 3 words.\nUse these words: el."))
    #expect(prompt.hasSuffix("Input: bread\nOutput:"))
  }
}
