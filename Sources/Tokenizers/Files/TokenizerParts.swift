/// A tokenizer that is being put together from the files of a folder.
struct TokenizerParts {
  var normalizer: Normalizer?
  var preTokenizer: PreTokenizer?
  var model: any TokenModel
  var postProcessor: PostProcessor?
  var decoder: TokenDecoder?
  private(set) var added: [AddedToken] = []
  var truncation: Truncation?
  var padding: Padding?

  init(model: any TokenModel) { self.model = model }

  func id(of token: String) -> Int? {
    added.first { Spelling($0.content) == Spelling(token) }?.id ?? model.vocabulary.id(token)
  }

  /// Puts tokens beside the vocabulary. Whatever ids they bring, they get those that Python's `tokenizers` give them: a token of the
  /// vocabulary keeps its id, and one that is new stands behind all others.
  mutating func add(_ tokens: [AddedToken]) {
    var places = Dictionary(added.enumerated().map { (Spelling($1.content), $0) }) { first, _ in first }
    var next = max(model.vocabulary.tokenCount, (added.map(\.id).max() ?? -1) + 1)
    for var token in tokens where !token.content.isEmpty {
      let place = places[Spelling(token.content)]
      if let known = place.map({ added[$0].id }) ?? model.vocabulary.id(token.content) {
        token.id = known
      } else {
        token.id = next
      }
      next = max(next, token.id + 1)
      if let place {
        added[place] = token
      } else {
        places[Spelling(token.content)] = added.count
        added.append(token)
      }
    }
  }
}
