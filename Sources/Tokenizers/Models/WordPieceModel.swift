/// WordPiece: from the left, always the longest token that fits; what continues a word is written with `##`.
///
/// A word for which that ends nowhere is unknown as a whole. Source: Wu and others, Google's Neural Machine Translation
/// System, 2016, section 4.1, with the greedy search of BERT's own code.
struct WordPieceModel: TokenModel {
  let vocabulary: Vocabulary
  let unknownToken: String
  let continuingPrefix: String
  /// A word with more characters is unknown without a search.
  let longestWord: Int
  private let unknown: Int?
  private let beginnings: ScalarTrie
  private let continuations: ScalarTrie

  init(vocabulary: Vocabulary, unknownToken: String, continuingPrefix: String, longestWord: Int) {
    self.vocabulary = vocabulary
    self.unknownToken = unknownToken
    self.continuingPrefix = continuingPrefix
    self.longestWord = longestWord
    unknown = vocabulary.id(unknownToken)
    var (beginnings, continuations) = (ScalarTrie(), ScalarTrie())
    let prefix = continuingPrefix.unicodeScalars
    for (token, id) in vocabulary.entries where !token.isEmpty {
      let scalars = token.unicodeScalars
      beginnings.insert(scalars, value: id)
      if scalars.starts(with: prefix), scalars.count > prefix.count {
        continuations.insert(scalars.dropFirst(prefix.count), value: id)
      }
    }
    (self.beginnings, self.continuations) = (beginnings, continuations)
  }

  func tokens(of piece: [Unicode.Scalar]) -> [FoundToken] {
    var tokens: [FoundToken] = []
    var position = 0
    let whole = unknown.map { [FoundToken(id: $0, length: piece.count)] } ?? []
    guard piece.count <= longestWord else { return whole }
    while position < piece.count {
      let trie = position == 0 ? beginnings : continuations
      guard let (id, length) = trie.longest(in: piece[position...]) else { return whole }
      tokens.append(FoundToken(id: id, length: length))
      position += length
    }
    return tokens
  }
}
