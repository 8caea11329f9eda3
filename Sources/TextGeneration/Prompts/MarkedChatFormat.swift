import Tokenizers

/// Conversations with a mark before each turn and one behind it.
struct MarkedChatFormat: ChatFormat {
  static let end = "<|end|>"
  static func mark(_ role: ChatMessage.Role) -> String { "<|\(role.rawValue)|>" }

  /// What ``encoded(_:opensReply:)`` writes, as a template.
  static let template =
    "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] + '\(end)' }}{% endfor %}"
    + "{% if add_generation_prompt %}{{ '\(mark(.assistant))' }}{% endif %}"

  private let tokenizer: any Tokenizer
  private let roles: [ChatMessage.Role: Int]
  private let endToken: Int

  init(_ tokenizer: any Tokenizer) throws(ChatTemplate.MissingMark) {
    self.tokenizer = tokenizer
    var roles: [ChatMessage.Role: Int] = [:]
    for role in ChatMessage.Role.allCases {
      guard let id = tokenizer.id(for: Self.mark(role)) else { throw ChatTemplate.MissingMark(mark: Self.mark(role)) }
      roles[role] = id
    }
    guard let end = tokenizer.id(for: Self.end) else { throw ChatTemplate.MissingMark(mark: Self.end) }
    (self.roles, endToken) = (roles, end)
  }

  var endTokens: Set<Int> { [endToken] }

  func encoded(_ messages: [ChatMessage], opensReply: Bool) throws(TokenizerError) -> EncodedChat {
    var chat = EncodedChat()
    for (number, message) in messages.enumerated() {
      let isLearned = message.role == .assistant
      if let mark = roles[message.role] { chat.append(mark) }
      let ids = try tokenizer.encoding(of: message.text, addingSpecialTokens: false).ids
      for id in ids { chat.append(id, source: number, isLearned: isLearned) }
      chat.append(endToken, isLearned: isLearned)
    }
    if opensReply, let mark = roles[.assistant] { chat.append(mark) }
    return chat
  }
}
