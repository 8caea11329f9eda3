import Synchronization

/// Unigrams: each token has a probability, and of all ways to write a piece the one whose product of probabilities is the
/// largest is taken. A character that no token has is unknown, and less probable than any token.
///
/// Source: Kudo, Subword Regularization, 2018, section 3.2; the search is Viterbi's, from left to right.
final class UnigramModel: TokenModel {
  let vocabulary: Vocabulary
  /// The logarithm of each token's probability.
  let scores: [Double]
  /// The token for what has none; without it the program ends where one is wanted.
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

  func append(tokensOf piece: ArraySlice<TextUnit>, to tokens: inout [FoundToken]) {
    known.append(tokensOf: piece, to: &tokens, finding: mostProbable)
  }

  /// The last token of the best way to write what is before a place.
  private struct Step {
    var start = -1
    var score = 0.0
    var id: Int?

    /// Takes another token if the way over it is better; of equally good ones the first.
    mutating func consider(_ id: Int?, from start: Int, score: Double) {
      guard self.start < 0 || score > self.score else { return }
      self = Step(start: start, score: score, id: id)
    }
  }

  private func mostProbable(_ piece: ArraySlice<TextUnit>) -> [FoundToken] {
    let first = piece.startIndex
    var steps = Array(repeating: Step(), count: piece.count + 1)
    for start in 0..<piece.count {
      let before = steps[start].score
      var hasSingle = false
      trie.forEach(in: piece[(first + start)...].lazy.map(\.scalar)) { id, length in
        steps[start + length].consider(id, from: start, score: scores[id] + before)
        if length == 1 { hasSingle = true }
      }
      if !hasSingle { steps[start + 1].consider(unknown, from: start, score: unknownScore + before) }
    }
    var path: [(id: Int?, range: Range<Int>)] = []
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
      return id == unknown ? tokens(ofUnknown: units) : [FoundToken(id: id ?? 0, length: range.count)]
    }
  }

  private func tokens(ofUnknown units: ArraySlice<TextUnit>) -> [FoundToken] {
    let text = units.text
    if let id = vocabulary.id(text), !marks.contains(id) { return [FoundToken(id: id, length: units.count)] }
    let bytes = usesBytes ? text.utf8.compactMap { vocabulary.id(BytePairModel.byteToken(Int($0))) } : []
    if bytes.count == text.utf8.count {
      return bytes.enumerated().map { index, id in
        FoundToken(id: id, length: index == 0 ? units.count : 0, reach: units.count)
      }
    }
    guard let unknown else { stop(.noUnknownToken(nil, text: text)) }
    return [FoundToken(id: unknown, length: units.count, isUnknown: true)]
  }
}
