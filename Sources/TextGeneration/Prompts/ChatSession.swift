import Displays
import LanguageModels
import Tokenizers

/// A conversation with a model, whose memory is there to be read: an array of turns.
///
///     let chat = ChatSession(model, tokenizer, template, system: "Answer in one sentence.")
///     chat.respond(to: "Why is the sea salty?")
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
  private let generator: TextGenerator
  private let template: ChatTemplate

  /// - Parameters:
  ///   - system: How the model is to behave.
  ///   - budget: How many tokens it reads and writes in one turn; what it can look at, unless told otherwise.
  public init(
    _ model: any CausalLanguageModel, _ tokenizer: any Tokenizer, _ template: ChatTemplate, system: String? = nil,
    budget: Int? = nil, configuration: GenerationConfiguration = GenerationConfiguration(temperature: 0.7)
  ) {
    generator = TextGenerator(model, tokenizer)
    self.template = template
    self.budget = min(budget ?? 2048, model.contextLength ?? 2048)
    self.configuration = configuration
    messages = system.map { [ChatMessage(.system, $0)] } ?? []
  }

  /// Answers, and remembers both turns.
  ///
  /// - Parameter onText: Told each piece of the answer as it is written.
  @discardableResult public func respond(to text: String, onText: (String) -> Void = { _ in }) -> String {
    let turns = messages + [ChatMessage(.user, text)]
    var configuration = configuration
    configuration.stopTokens.insert(template.endToken)
    // Each turn has numbers of its own, so that the same question is not answered the same each time.
    configuration.seed = configuration.seed &+ UInt64(turns.count)
    let ids = tokens(of: remembered(of: turns))
    configuration.maximumNewTokens = min(configuration.maximumNewTokens, max(budget - ids.count, 1))
    let reply = generator.text(after: ids, configuration, onText: onText).text
    // Both at once: whoever stops the answer finds the conversation as it was.
    messages = turns + [ChatMessage(.assistant, reply)]
    return reply
  }

  /// The turns that the model reads: the system's, and as many of the newest as fit with room for an answer.
  public var remembered: [ChatMessage] { remembered(of: messages) }

  private func remembered(of messages: [ChatMessage]) -> [ChatMessage] {
    let system = messages.first?.role == .system ? [messages[0]] : []
    let room = budget - min(configuration.maximumNewTokens, budget / 2) - 1
    var used = system.reduce(0) { $0 + template.count(of: $1) }
    var kept: [ChatMessage] = []
    for message in messages.dropFirst(system.count).reversed() {
      used += template.count(of: message)
      // The newest turn is what the answer is about, whatever its length.
      guard used <= room || kept.isEmpty else { break }
      kept.insert(message, at: 0)
    }
    return system + kept
  }

  /// The tokens of turns, with the mark of an answer behind them. Of a newest turn that is too long the end is read.
  private func tokens(of turns: [ChatMessage]) -> [Int] {
    var stretches = template.stretches(of: turns).map(\.ids)
    let opening = template.ids(of: [], opensReply: true)
    let excess = stretches.reduce(opening.count) { $0 + $1.count } - max(budget - 1, 1)
    if excess > 0, let newest = stretches.popLast() {
      stretches.append(Array(newest.dropFirst(min(excess, newest.count - 1))))
    }
    return stretches.flatMap { $0 } + opening
  }
}
