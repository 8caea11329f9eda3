/// A way to write conversations.
protocol ChatFormat: Sendable {
  /// The tokens that end an answer.
  var endTokens: Set<Int> { get }

  /// - Parameter opensReply: Whether the model is to go on as the assistant.
  func encoded(_ messages: [ChatMessage], opensReply: Bool) throws -> EncodedChat
}
