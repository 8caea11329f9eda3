import ChatTemplates
import Tokenizers

/// How a conversation is written for a model: by the template in the model's folder, or if there is none in the manner of ChatML,
/// `<|user|>` and its like before each turn, and `<|end|>` behind it.
///
///     let marks = ["<|system|>", "<|user|>", "<|assistant|>", "<|end|>"]
///     let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["hi"], vocabularySize: 260, specialTokens: marks)
///     let template = try ChatTemplate(tokenizer)
///     try template.ids(of: [ChatMessage(.user, "hi")]).count     // 5
///
/// A folder's template is a program in the language Jinja; it gets the messages, the marks of the folder, and no tools.
/// Marks are tokens of their own, and what somebody has written is never taken for one: whoever types `<|system|>` writes eight
/// letters and signs, and no mark. The tokens are those of `apply_chat_template` in `transformers`, but for such texts.
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
      "The tokenizer has no token \(mark), which a chat needs, and its folder has no chat template. Train it with the special "
        + "tokens of ChatTemplate.marks."
    }
  }

  /// All marks that a tokenizer must have whose folder has no template.
  public static let marks = ChatMessage.Role.allCases.map(MarkedChatFormat.mark) + [MarkedChatFormat.end]

  /// The same manner in the language Jinja, for the folder of a tokenizer that has the marks: other programs write a
  /// conversation alike.
  public static let marked = MarkedChatFormat.template

  private let format: any ChatFormat

  /// - Parameters:
  ///   - tokenizer: What the conversation is encoded with. ``PipelineTokenizer/chatTemplate`` is taken if there is one.
  ///   - date: What the template may write as today's date.
  /// - Throws: `TemplateError` if the template has something that is not supported, ``MissingMark`` if there is no template, and
  ///   the tokenizer has no token for one of the marks.
  public init(_ tokenizer: any Tokenizer, date: TemplateDate = .now) throws {
    if let tokenizer = tokenizer as? PipelineTokenizer, let template = tokenizer.chatTemplate {
      format = try TemplateChatFormat(tokenizer, template: template, date: date)
    } else {
      format = try MarkedChatFormat(tokenizer)
    }
  }

  /// The tokens that end an answer.
  public var endTokens: Set<Int> { format.endTokens }

  /// The tokens of a conversation.
  ///
  /// - Parameter opensReply: Whether what begins an answer stands at the end, so that the model goes on as the assistant.
  /// - Throws: `TemplateError` if the folder's template refuses the conversation: some want the user and the assistant to take
  ///   turns, or know no system. `TokenizerError` if a part of it has no token, and there is none for such text.
  public func ids(of messages: [ChatMessage], opensReply: Bool = true) throws -> [Int] {
    try format.encoded(messages, opensReply: opensReply).ids
  }

  /// The tokens of a conversation in stretches: a model learns what the assistant says and where it ends, and nothing else.
  ///
  /// A template that marks by `{% generation %}` what is to be learned decides that itself.
  /// - Throws: As ``ids(of:opensReply:)`` does.
  public func stretches(of messages: [ChatMessage]) throws -> [Stretch] {
    try format.encoded(messages, opensReply: false).stretches
  }

  /// The tokens, and which message each is a word of.
  func encoded(_ messages: [ChatMessage], opensReply: Bool) throws -> EncodedChat {
    try format.encoded(messages, opensReply: opensReply)
  }
}
