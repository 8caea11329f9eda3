import Tokenizers

/// How a conversation is written for a model, in the manner of ChatML: `<|user|>` and its like before each turn, and
/// `<|end|>` behind it.
///
///     let marks = ["<|system|>", "<|user|>", "<|assistant|>", "<|end|>"]
///     let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["hi"], vocabularySize: 260, specialTokens: marks)
///     let template = try ChatTemplate(tokenizer)
///     template.ids(of: [ChatMessage(.user, "hi")]).count     // 5
///
/// Marks are tokens of their own, and the text of a turn is encoded apart from them: whoever types `<|system|>` writes eight
/// letters and signs, and no mark.
public struct ChatTemplate: Sendable {
  /// A stretch of tokens, and whether the model is to learn to write it.
  public struct Stretch: Sendable, Equatable {
    public let ids: [Int]
    public let isLearned: Bool
  }

  /// A mark that the tokenizer has no token for.
  public struct MissingMark: Error, Equatable, CustomStringConvertible {
    public let mark: String
    public var description: String {
      "The tokenizer has no token \(mark), which a chat needs. Train it with the special tokens of ChatTemplate.marks."
    }
  }

  /// All marks that a tokenizer must have.
  public static let marks = ChatMessage.Role.allCases.map(mark) + [end]
  private static let end = "<|end|>"
  private static func mark(_ role: ChatMessage.Role) -> String { "<|\(role.rawValue)|>" }

  private let tokenizer: any Tokenizer
  private let roles: [ChatMessage.Role: Int]
  /// The token that ends a turn.
  public let endToken: Int

  /// - Throws: ``MissingMark`` if the tokenizer has no token for one of the marks.
  public init(_ tokenizer: any Tokenizer) throws(MissingMark) {
    self.tokenizer = tokenizer
    var roles: [ChatMessage.Role: Int] = [:]
    for role in ChatMessage.Role.allCases {
      guard let id = tokenizer.id(for: Self.mark(role)) else { throw MissingMark(mark: Self.mark(role)) }
      roles[role] = id
    }
    guard let end = tokenizer.id(for: Self.end) else { throw MissingMark(mark: Self.end) }
    self.roles = roles
    endToken = end
  }

  /// The tokens of a conversation.
  ///
  /// - Parameter opensReply: Whether the assistant's mark stands at the end, so that the model goes on as the assistant.
  public func ids(of messages: [ChatMessage], opensReply: Bool = true) -> [Int] {
    let opening = opensReply ? [roles[.assistant]].compactMap { $0 } : []
    return stretches(of: messages).flatMap(\.ids) + opening
  }

  /// The tokens of a conversation in stretches: a model learns what the assistant says and where it ends, and nothing else.
  public func stretches(of messages: [ChatMessage]) -> [Stretch] {
    messages.flatMap { message -> [Stretch] in
      let mark = [roles[message.role]].compactMap { $0 }
      let isAssistant = message.role == .assistant
      return [
        Stretch(ids: mark, isLearned: false),
        Stretch(ids: tokenizer.ids(of: message.text) + [endToken], isLearned: isAssistant),
      ]
    }
  }

  /// How many tokens a turn takes, marks counted.
  public func count(of message: ChatMessage) -> Int { stretches(of: [message]).reduce(0) { $0 + $1.ids.count } }
}
