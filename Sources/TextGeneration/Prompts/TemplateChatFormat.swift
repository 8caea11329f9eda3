import ChatTemplates
import Tokenizers

/// Conversations as the template in a model's folder writes them.
struct TemplateChatFormat: ChatFormat {
  private let tokenizer: PipelineTokenizer
  private let template: JinjaTemplate
  private let date: TemplateDate
  private let special: Set<Int>
  private(set) var endTokens: Set<Int> = []

  /// - Throws: `TemplateError` if the template has something that is not supported.
  init(_ tokenizer: PipelineTokenizer, template: String, date: TemplateDate) throws {
    (self.tokenizer, self.date) = (tokenizer, date)
    self.template = try JinjaTemplate(template)
    special = Set(tokenizer.addedTokens.filter(\.isSpecial).map(\.id))
    if let end = tokenizer.id(of: .end) { endTokens.insert(end) }
    // Which mark stands behind an answer is seen by writing one.
    let word = knownWord
    let probe = [ChatMessage(.user, word), ChatMessage(.assistant, word)]
    if let chat = try? encoded(probe, opensReply: false), let last = chat.isLearned.lastIndex(of: true),
      special.contains(chat.ids[last])
    {
      endTokens.insert(chat.ids[last])
    }
  }

  /// A word that the tokenizer has tokens for: one of characters knows few.
  private var knownWord: String {
    let tokens = (0..<tokenizer.vocabularySize).lazy.filter { !special.contains($0) }.compactMap(tokenizer.token)
    let words = tokens.filter { token in
      guard !token.allSatisfy(\.isWhitespace) else { return false }
      return (try? tokenizer.encoding(of: token, addingSpecialTokens: false))?.ids.isEmpty == false
    }
    return words.first ?? ""
  }

  /// The text of a conversation, in which each writer's words are known.
  ///
  /// - Throws: `TemplateError` if the template refuses the conversation.
  func filled(_ messages: [ChatMessage], opensReply: Bool) throws -> FilledTemplate {
    let turns = messages.enumerated().map { number, message -> TemplateValue in
      ["role": .text(message.role.rawValue), "content": .text(message.text, source: number)]
    }
    var values: [String: TemplateValue] = [
      "messages": .list(turns), "add_generation_prompt": .bool(opensReply), "tools": .null, "documents": .null,
    ]
    for (mark, text) in tokenizer.settings.marks { values[mark.rawValue] = .text(text) }
    let length = messages.reduce(0) { $0 + $1.text.unicodeScalars.count }
    let standard = TemplateLimits()
    let limits = TemplateLimits(steps: standard.steps + 8 * length, characters: standard.characters + 4 * length)
    return try template.filled(with: values, limits: limits) { [date] in date }
  }

  func encoded(_ messages: [ChatMessage], opensReply: Bool) throws -> EncodedChat {
    let filled = try filled(messages, opensReply: opensReply)
    var (own, writers): ([Range<Int>], [Int?]) = ([], [])
    for piece in filled.pieces {
      let count = piece.text.unicodeScalars.count
      if piece.source == nil { own.append(writers.count..<writers.count + count) }
      writers += Array(repeating: piece.source, count: count)
    }
    let encoding = try tokenizer.encoding(of: filled.text, recognizingSpecialTokensIn: own)
    var chat = EncodedChat()
    for (id, place) in zip(encoding.ids, encoding.offsets) {
      // A token without a length is one more byte of the character where it stands.
      let place = place.isEmpty ? place.lowerBound..<min(place.lowerBound + 1, writers.count) : place
      let source = writers[place].lazy.compactMap(\.self).first
      let isLearned =
        filled.generated.isEmpty
        ? source.map { messages[$0].role == .assistant } ?? false
        : filled.generated.contains { $0.overlaps(place) }
      chat.append(id, source: source, isLearned: isLearned)
    }
    if filled.generated.isEmpty { learnEnds(&chat) }
    return chat
  }

  /// Behind an answer the model has to write what ends it: everything up to the next special token.
  private func learnEnds(_ chat: inout EncodedChat) {
    for place in chat.ids.indices where chat.isLearned[place] && chat.sources[place] != nil {
      let rest = (place + 1)..<chat.ids.count
      guard let end = rest.first(where: { chat.sources[$0] != nil || special.contains(chat.ids[$0]) }),
        chat.sources[end] == nil
      else { continue }
      for place in place + 1...end { chat.isLearned[place] = true }
    }
  }
}
