/// A conversation as tokens, and what is known of each.
struct EncodedChat: Sendable, Equatable {
  var ids: [Int] = []
  /// Which message each token is a word of; `nil` for marks and what else the template writes.
  var sources: [Int?] = []
  /// Whether the model is to learn to write the token.
  var isLearned: [Bool] = []

  mutating func append(_ id: Int, source: Int? = nil, isLearned: Bool = false) {
    ids.append(id)
    sources.append(source)
    self.isLearned.append(isLearned)
  }

  /// Tokens that follow each other and are learned alike.
  var stretches: [ChatTemplate.Stretch] {
    var (stretches, start): ([ChatTemplate.Stretch], Int) = ([], 0)
    while start < ids.count {
      let end = isLearned[start...].firstIndex { $0 != isLearned[start] } ?? ids.count
      stretches.append(ChatTemplate.Stretch(ids: Array(ids[start..<end]), isLearned: isLearned[start]))
      start = end
    }
    return stretches
  }
}
