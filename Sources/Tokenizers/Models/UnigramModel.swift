import Synchronization

/// Unigrams: each token has a probability, and of all ways to write a piece the one whose product of probabilities is the
/// largest is taken. A character that is no token by itself is unknown there, and less probable than any token; without a
/// token for that, such a text is refused, though a longer token may have the character, as Python's `tokenizers` do.
///
/// Source: Kudo, Subword Regularization, 2018, section 3.2; the search is Viterbi's, from left to right.
final class UnigramModel: TokenModel {
  let vocabulary: Vocabulary
  /// The logarithm of each token's probability.
  let scores: [Double]
  /// The token for what has none, if there is one.
  let unknown: Int?
  /// Whether what has no token is written as its bytes.
  let usesBytes: Bool
  /// Tokens that mark something: whoever types one has written its letters.
  private let marks: Set<Int>
  private let trie: ScalarTrie
  private let unknownScore: Double
  private let known = Mutex(PieceCache())

  /// - Parameter scores: One for each token of the vocabulary.
  init(vocabulary: Vocabulary, scores: [Double], unknown: Int?, usesBytes: Bool, marks: Set<Int>) {
    self.vocabulary = vocabulary
    self.scores = scores
    self.unknown = unknown
    self.usesBytes = usesBytes
    self.marks = marks
    unknownScore = (scores.min() ?? 0) - 10
    var trie = ScalarTrie()
    for (token, id) in vocabulary.entries where !token.isEmpty && !marks.contains(id) {
      trie.insert(token.unicodeScalars, value: id)
    }
    self.trie = trie
  }

  func append(tokensOf piece: ArraySlice<TextUnit>, to tokens: inout [FoundToken]) throws(TokenizerError) {
    try known.append(tokensOf: piece, to: &tokens, finding: mostProbable)
  }

  /// The last token of the best way to write what is before a place.
  private struct Step {
    var start = -1
    var score = 0.0
    var id = 0

    /// Whether the way over another token is better; of equally good ones the first is.
    func isWorse(than score: Double) -> Bool { start < 0 || score > self.score }

    /// Takes another token if the way over it is better.
    mutating func consider(_ id: Int, from start: Int, score: Double) {
      if isWorse(than: score) { self = Step(start: start, score: score, id: id) }
    }
  }

  private func mostProbable(_ piece: ArraySlice<TextUnit>) throws(TokenizerError) -> [FoundToken] {
    let first = piece.startIndex
    var steps = Array(repeating: Step(), count: piece.count + 1)
    for start in 0..<piece.count {
      let before = steps[start].score
      var hasSingle = false
      trie.forEach(in: piece[(first + start)...].lazy.map(\.scalar)) { id, length in
        steps[start + length].consider(id, from: start, score: scores[id] + before)
        if length == 1 { hasSingle = true }
      }
      guard !hasSingle, steps[start + 1].isWorse(than: unknownScore + before) else { continue }
      guard let unknown else { throw .noUnknownToken(nil, text: piece[first + start..<first + start + 1].text) }
      steps[start + 1].consider(unknown, from: start, score: unknownScore + before)
    }
    var path: [(id: Int, range: Range<Int>)] = []
    var end = piece.count
    while end > 0 {
      let step = steps[end]
      // Unknown neighbours are one.
      if let last = path.last, step.id == unknown, last.id == unknown {
        path[path.count - 1].range = step.start..<last.range.upperBound
      } else {
        path.append((step.id, step.start..<end))
      }
      end = step.start
    }
    return path.reversed().flatMap { id, range in
      let units = piece[first + range.lowerBound..<first + range.upperBound]
      return id == unknown ? tokens(ofUnknown: units, id) : [FoundToken(id: id, length: range.count)]
    }
  }

  private func tokens(ofUnknown units: ArraySlice<TextUnit>, _ unknown: Int) -> [FoundToken] {
    let text = units.text
    if let id = vocabulary.id(text), !marks.contains(id) { return [FoundToken(id: id, length: units.count)] }
    let bytes = usesBytes ? text.utf8.compactMap { vocabulary.id(BytePairModel.byteToken(Int($0))) } : []
    if bytes.count == text.utf8.count {
      return bytes.enumerated().map { index, id in
        FoundToken(id: id, length: index == 0 ? units.count : 0, reach: units.count)
      }
    }
    return [FoundToken(id: unknown, length: units.count, isUnknown: true)]
  }
}
