import Glassbox
import Testing

/// The examples of TextGeneration.
@Suite("The examples of text generation") struct GenerationExampleTests {
  @Test("Every line of every example is run here", arguments: ["ChatTemplates", "TextGeneration"])
  func everyExampleIsRun(module: String) throws {
    #expect(try DocumentationSource.linesNotRun(in: module) == [])
  }

  @Test("Templates")
  func templates() throws {
    do {
      let template = try JinjaTemplate("{% for name in names %}{{ loop.index }}. {{ name|upper }} {% endfor %}")
      #expect(try template.filled(with: ["names": ["Ada", "Bo"]]).text == "1. ADA 2. BO ")
    }
    let message: TemplateValue = ["role": "user", "content": .text("Hi!", source: 0)]
    #expect(message != .null)
    let greeting = try JinjaTemplate("Dear {{ name|trim }}!").filled(with: ["name": .text(" Ada ", source: 0)])
    #expect(greeting.pieces.map(\.source) == [nil, 0, nil])
    let endless = try JinjaTemplate("{% for a in range(99999) %}{{ a }}{% endfor %}")
    #expect((try? endless.filled(with: [:], limits: TemplateLimits(steps: 1_000))) == nil)
    do { _ = try JinjaTemplate("{% include 'x' %}") } catch { print(error) }
    let date = TemplateDate(year: 2024, month: 7, day: 26)
    #expect(date.written("%d %b %Y") == "26 Jul 2024")
  }

  @Test("Choosing a token")
  func choosing() {
    do {
      var scores: [Float] = [0, 2, 3]
      MinP(0.2).apply(to: &scores, context: [])
      #expect(scores == [-.infinity, 2, 3])
    }
    do {
      var scores: [Float] = [2, -2, 1]
      RepetitionPenalty(2).apply(to: &scores, context: [0, 1])
      #expect(scores == [1, -4, 1])
    }
    do {
      var scores: [Float] = [2, 1, 0]
      Temperature(0.5).apply(to: &scores, context: [])
      #expect(scores == [4, 2, 0])
    }
    do {
      var scores: [Float] = [1, 3, 2]
      TopK(2).apply(to: &scores, context: [])
      #expect(scores == [-.infinity, 3, 2])
    }
    do {
      var scores: [Float] = [1, 2, 3]
      NoRepeatedNGrams(2).apply(to: &scores, context: [0, 2, 0])
      #expect(scores == [1, 2, -.infinity])
    }
    do {
      var scores: [Float] = [1, 2, 3]
      MinimumLength(4, endTokens: [2]).apply(to: &scores, context: [0, 1])
      #expect(scores == [1, 2, -.infinity])
    }
    do {
      var scores: [Float] = [1, 2, 3]
      SuppressedTokens([2]).apply(to: &scores, context: [0])
      #expect(scores == [1, 2, -.infinity])
    }
    do {
      var scores: [Float] = [1, 2, 3]
      SuppressedSequences([[0, 1], [2]]).apply(to: &scores, context: [1, 0])
      #expect(scores == [1, -.infinity, -.infinity])
    }
    var scores: [Float] = [0, 0, 3]
    TopP(0.8).apply(to: &scores, context: [])
    #expect(scores == [-.infinity, -.infinity, 3])
  }

  @Test("Writing")
  func writing() {
    var configuration = GenerationConfiguration(maximumNewTokens: 40, temperature: 0.8)
    configuration.topP = 0.95
    configuration.stopSequences = ["\n\n"]
    #expect(configuration.filters(after: 3).count == 2)
    do {
      let model = GPT(GPTConfiguration(vocabularySize: 8, contextLength: 16, features: 16, layers: 1, heads: 2))
      let found = BeamSearch(beams: 3, maximumNewTokens: 4).texts(model, after: [1, 2])
      #expect(found.count == 3)
      #expect(LengthPenalty.power(1).divisor(length: 4) == 4)
      #expect(LengthPenalty.wu(1).divisor(length: 4) == 1.5)
      let plain: LengthPenalty = 0
      #expect(plain == .power(0))
      let search = BeamSearch(beams: 4, maximumNewTokens: 20, stopTokens: [2], earlyStopping: .whenFull)
      #expect(search.earlyStopping == .whenFull)
    }
    let tokenizer = CharacterTokenizer(text: "to be or not")
    let model = GPT(GPTConfiguration(vocabularySize: 8, contextLength: 32, features: 16, layers: 1, heads: 2))
    let generator = TextGenerator(model, tokenizer)
    #expect(generator.text(after: "to ", GenerationConfiguration(maximumNewTokens: 5)).tokens.count == 5)
    let texts = generator.texts(after: ["to ", "be", "not or "], GenerationConfiguration(maximumNewTokens: 5))
    #expect(texts.map(\.tokens.count) == [5, 5, 5])
    for token in TokenSequence(model, after: [3, 1, 4], GenerationConfiguration(maximumNewTokens: 10)) {
      print(token.id)
    }
  }

  @Test("What a folder says of writing")
  func defaults() throws {
    let folder = "/nowhere"
    let wishes = try GenerationDefaults(folder: folder)
    #expect(wishes.temperature == nil)
  }

  @Test("Translating")
  func translating() {
    let model = EncoderDecoder(
      EncoderDecoderConfiguration(sourceVocabularySize: 80, targetVocabularySize: 90, features: 32, layers: 2, heads: 4)
    )
    let ids = model.translate([5, 9, 7], start: 1, end: 2, beams: 4)
    #expect(ids.count <= 64)
  }

  @Test("Prompts and conversations")
  func prompts() throws {
    do {
      // swift-format-ignore
      let template = PromptTemplate(
        instruction: "Give the capital.", examples: [("France", "Paris"), ("Peru", "Lima")])
      print(template.prompt(for: "Kenya"))
      #expect(template.prompt(for: "Kenya").hasSuffix("Input: Kenya\nOutput:"))
    }
    let marks = ["<|system|>", "<|user|>", "<|assistant|>", "<|end|>"]
    let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["hi"], vocabularySize: 260, specialTokens: marks)
    let template = try ChatTemplate(tokenizer)
    #expect(try template.ids(of: [ChatMessage(.user, "hi")]).count == 5)
    let sizes = GPTConfiguration(
      vocabularySize: tokenizer.vocabularySize, contextLength: 128, features: 16, layers: 1, heads: 2)
    let model = GPT(sizes)
    let chat = ChatSession(model, tokenizer, template, system: "Answer in one sentence.")
    try chat.respond(to: "Why is the sea salty?")
    #expect(chat.messages.map(\.role) == [.system, .user, .assistant])
  }
}
