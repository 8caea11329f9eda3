import Displays
import LanguageModels
import Tokenizers

/// A conversation with a model, whose memory is there to be read: an array of turns.
///
///     let chat = ChatSession(model, tokenizer, template, system: "Answer in one sentence.")
///     try chat.respond(to: "Why is the sea salty?")
///     chat.messages
///
/// A model remembers nothing by itself; each time it reads the conversation from the beginning. When that no longer fits the
/// budget, the oldest turns are left out of what it reads, but for the system's. They stay in ``messages``.
public final class ChatSession {
  /// All turns, also those that the model no longer reads.
  public private(set) var messages: [ChatMessage]
  /// How many tokens the model reads and writes in one turn.
  public let budget: Int
  public var configuration: GenerationConfiguration
  /// How many tokens the model looks at.
  private let limit: Int
  private let model: any CausalLanguageModel
  private let tokenizer: any Tokenizer
  private let template: ChatTemplate

  /// - Parameters:
  ///   - system: How the model is to behave.
  ///   - budget: How many tokens it reads and writes in one turn; what it can look at, unless told otherwise, and never more.
  ///     2,048 for a model that looks at any number.
  public init(
    _ model: any CausalLanguageModel, _ tokenizer: any Tokenizer, _ template: ChatTemplate, system: String? = nil,
    budget: Int? = nil, configuration: GenerationConfiguration = GenerationConfiguration(temperature: 0.7)
  ) {
    guard budget ?? 2 > 1 else { stop(.setting("budget", Double(budget ?? 0), wanted: "at least 2 tokens")) }
    (self.model, self.tokenizer, self.template) = (model, tokenizer, template)
    limit = model.contextLength ?? .max
    self.budget = min(budget ?? model.contextLength ?? 2048, limit, configuration.maximumLength ?? .max)
    self.configuration = configuration
    messages = system.map { [ChatMessage(.system, $0)] } ?? []
  }

  /// Answers, and remembers both turns.
  ///
  /// - Parameter onText: Told each piece of the answer as it is written.
  /// - Throws: `TemplateError` if the template of the model's folder refuses the conversation, ``ChatError`` if it writes nothing,
  ///   or more than the model looks at besides the newest turn, `TokenizerError` if a part of a turn has no token,
  ///   `TokenizerMismatch` if the tokenizer belongs to another model, `NonFiniteNumber` if the model's numbers are spoilt. The
  ///   conversation stays as it was then.
  @discardableResult public func respond(to text: String, onText: (String) -> Void = { _ in }) throws -> String {
    // The marks of a chat are tokens that no other text turns into.
    try tokenizer.check(model, usesMarks: true)
    let turns = messages + [ChatMessage(.user, text)]
    var configuration = configuration
    configuration.stopTokens.formUnion(template.endTokens)
    // Each turn has numbers of its own, so that the same question is not answered the same each time.
    configuration.seed = configuration.seed &+ UInt64(turns.count)
    let ids = try tokens(of: remembered(of: turns))
    configuration.maximumNewTokens = min(configuration.maximumNewTokens, max(budget - ids.count, 1))
    let generator = TextGenerator(model, tokenizer)
    let reply = try generator.written(after: ids, prompt: nil, configuration, onText: onText).text
    // Both at once: whoever stops the answer finds the conversation as it was.
    messages = turns + [ChatMessage(.assistant, reply)]
    return reply
  }

  /// The turns that the model reads: the system's, and as many of the newest as fit with room for an answer.
  public var remembered: [ChatMessage] { remembered(of: messages) }

  private func remembered(of messages: [ChatMessage]) -> [ChatMessage] {
    let system = messages.first?.role == .system ? [messages[0]] : []
    let room = budget - min(configuration.maximumNewTokens, budget / 2)
    // The newest turn is what the answer is about, whatever its length.
    var kept = Array(messages.dropFirst(system.count).suffix(1))
    // What is read begins with a question, as most templates want it.
    for start in messages.indices.dropFirst(system.count).reversed() where messages[start].role == .user {
      let longer = Array(messages[start...])
      guard let ids = try? template.ids(of: system + longer), ids.count <= room else { break }
      kept = longer
    }
    return system + kept
  }

  /// The tokens of turns, with what begins an answer behind them. Of a newest turn that is too long the end is read.
  private func tokens(of turns: [ChatMessage]) throws -> [Int] {
    let chat = try template.encoded(turns, opensReply: true)
    var excess = chat.ids.count - max(budget - 1, 1)
    let ids = zip(chat.ids, chat.sources).filter { _, source in
      guard excess > 0, source == turns.count - 1 else { return true }
      excess -= 1
      return false
    }.map(\.0)
    guard !ids.isEmpty else { throw ChatError.nothingToRead }
    guard ids.count <= limit else { throw ChatError.tooLong(tokens: ids.count, limit: limit) }
    return ids
  }
}
