import ArgumentParser
import Displays
import LanguageModels
import NeuralNetworks
import Tensors
import TextGeneration
import Tokenizers
import Training

extension FineTuning {
  /// Teaches a model that writes to answer: it learns what the assistant says, and reads the rest.
  func chat(_ path: String) throws -> Outcome {
    let model = try AutoModelForCausalLM.load(from: source, report: report)
    let tokenizer = try tokenizerWithTemplate()
    try tokenizer.check(vocabularySize: model.vocabularySize, usesMarks: true)
    let template = try ChatTemplate(tokenizer)
    let limit = model.contextLength ?? 2_048
    var conversations: [[PromptSegment]] = []
    var (tooLong, contents) = (0, [String]())
    for example in try ExampleFile(path, fields: ExampleFields.chat).examples {
      let messages = try Self.messages(example)
      contents += messages.map(\.text)
      let stretches: [ChatTemplate.Stretch]
      do { stretches = try template.stretches(of: messages) } catch { throw example.mistake("\(error)") }
      let segments = stretches.map { PromptSegment($0.ids, isLearned: $0.isLearned) }
      guard segments.contains(where: \.isLearned) else {
        throw example.mistake("nobody answers: there is no assistant, or it says nothing.")
      }
      if segments.reduce(0, { $0 + $1.tokens.count }) > limit + 1 {
        tooLong += 1
      } else {
        conversations.append(segments)
      }
    }
    try UnreadText(contents, tokenizer).tell()
    if tooLong > 0 {
      Output.note("\(tooLong) conversations are longer than the \(limit) tokens of the model, and left out")
    }
    guard !conversations.isEmpty else { throw ValidationError("No conversation in \(path) fits the model.") }
    // What fills a batch up is looked at by nobody.
    let filler = template.endTokens.min() ?? 0
    let mean = conversations.reduce(0) { $0 + $1.reduce(0) { $0 + $1.tokens.count } } / conversations.count
    let result = try run(model, tokenizer, body: nil, heads: []) {
      try train(
        model, conversations, of: path, rate: 1e-4, tokensPerStep: length.batch * mean,
        collate: { TokenBatch(segments: $0, filler: filler) }, targetCount: \.targetCount,
        loss: { batch in Self.loss(model, batch) })
    }
    try ModelFacts.copyGenerationSettings(from: source, to: output, moreEnds: template.endTokens)
    return (result, model.parameterCount, [:])
  }

  /// The tokenizer of the folder. If that has no chat template, it gets the one of the marks, so that other programs write
  /// conversations for the new model as they were written here.
  private func tokenizerWithTemplate() throws -> PipelineTokenizer {
    let tokenizer = try AutoTokenizer.load(from: source)
    guard tokenizer.chatTemplate == nil else { return tokenizer }
    // Says which mark is missing, if one is.
    _ = try ChatTemplate(tokenizer)
    var settings = tokenizer.settings
    settings.chatTemplate = ChatTemplate.marked
    return PipelineTokenizer(tokenizer, settings: settings)
  }

  private static func loss(_ model: some CausalLanguageModel, _ batch: TokenBatch) -> Tensor {
    languageModelLoss(model, batch)
  }

  private static func messages(_ example: ExampleFile.Example) throws -> [ChatMessage] {
    guard let list = example.members["messages"] else {
      let prompt = try example.text("prompt", "instruction")
      // What an instruction is to be done with stands beside it in many collections.
      let input = example.members["input"] == nil ? "" : try example.text("input")
      return [
        ChatMessage(.user, input.isEmpty ? prompt : "\(prompt)\n\n\(input)"),
        ChatMessage(.assistant, try example.text("answer", "completion", "response", "output")),
      ]
    }
    guard let turns = list.arrayValue, !turns.isEmpty else {
      throw example.mistake("\"messages\" should be a list of turns.")
    }
    return try turns.map { turn in
      guard let name = turn["role"]?.stringValue, let role = ChatMessage.Role(rawValue: name),
        let text = turn["content"]?.stringValue
      else {
        throw example.mistake("a turn is {\"role\": \"system\", \"user\" or \"assistant\", \"content\": \"…\"}.")
      }
      return ChatMessage(role, text)
    }
  }
}
