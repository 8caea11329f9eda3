import Foundation

/// Learns the pieces of a unigram model: begins with far too many, and gives up those that the texts can best do without.
///
/// A word can be cut into pieces in many ways. Each way is as likely as the product of its pieces' probabilities, and the
/// word as the sum over all ways. Two steps take turns:
///
/// - ``estimate()`` makes the texts likelier. How often is each piece expected to stand in them, if every way counts as
///   much as it is likely? These numbers, divided by their sum, are the new probabilities. (Expectation and maximization:
///   the texts never become less likely by it.)
/// - ``prune(to:)`` gives up pieces without which the texts become the least unlikely. Single characters stay, so that
///   every word can be written.
///
/// Cost: a step goes over each piece at each place of the different words, and there are some 30 steps.
///
/// Source: Kudo, Subword Regularization, 2018, section 3.2. What a piece is worth is reckoned as in SentencePiece's code.
/// That code also makes rare pieces rarer than they are expected, by the digamma function; here they are what they are.
struct UnigramTrainer {
  /// A piece that may become a token.
  struct Piece {
    /// Where it stands first, in the scalars of ``UnigramTrainer/text``.
    let places: Range<Int>
    /// How often it is expected to stand in the texts.
    var count: Double
    /// The logarithm of its probability.
    var score = 0.0

    var isCharacter: Bool { places.count == 1 }
  }

  /// A piece that fits at some place.
  struct Edge {
    let piece: Int32
    let length: Int32
  }

  /// How many characters a piece has at most, as in SentencePiece.
  private static let longestPiece = 16
  /// What a piece counts for at least, so that it stays possible. It may stand nowhere now, as longer ones are likelier.
  private static let leastCount = 0.5

  let text: RepeatedSubstrings
  var pieces: [Piece]
  /// Which pieces fit, place by place, the shortest first.
  var edges: [Edge] = []
  /// Where the edges of each place begin, and behind the last place, where all end.
  var firstEdges: [Int] = []

  /// - Parameters:
  ///   - words: The words of some texts, and how often each stands.
  ///   - seedSize: With how many pieces to begin at most, those with the most characters in all.
  init(_ words: [[Unicode.Scalar]: Int], seedSize: Int = 1_000_000) {
    text = RepeatedSubstrings(words, longest: Self.longestPiece)
    let all = text.substrings
    let characters = all.indices.filter { all[$0].places.count == 1 }
    // If the same always comes next, the longer substring is the better piece.
    let longer = all.indices.filter { all[$0].places.count > 1 && all[$0].count > 1 && !all[$0].isAlwaysContinued }
    func weight(_ index: Int) -> Int { all[index].count * all[index].places.count }
    let seeds = longer.sorted { (weight($1), $0) < (weight($0), $1) }.prefix(seedSize)
    pieces = (characters + seeds).map { Piece(places: all[$0].places, count: Double(weight($0))) }
    var pieceOfSubstring = Array(repeating: Int32(-1), count: all.count)
    for (piece, substring) in (characters + seeds).enumerated() { pieceOfSubstring[substring] = Int32(piece) }
    connect(text.occurrences.filter { pieceOfSubstring[Int($0.substring)] >= 0 }, pieceOfSubstring)
    score()
  }

  /// Sorts the pieces' places: a step for each.
  private mutating func connect(_ occurrences: [RepeatedSubstrings.Occurrence], _ pieceOfSubstring: [Int32]) {
    firstEdges = Array(repeating: 0, count: text.scalars.count + 1)
    for occurrence in occurrences { firstEdges[Int(occurrence.place) + 1] += 1 }
    for place in text.scalars.indices { firstEdges[place + 1] += firstEdges[place] }
    edges = Array(repeating: Edge(piece: 0, length: 0), count: occurrences.count)
    var next = firstEdges
    for occurrence in occurrences {
      let piece = pieceOfSubstring[Int(occurrence.substring)]
      edges[next[Int(occurrence.place)]] = Edge(piece: piece, length: Int32(pieces[Int(piece)].places.count))
      next[Int(occurrence.place)] += 1
    }
  }

  var characterCount: Int { pieces.count(where: \.isCharacter) }

  /// The pieces with the logarithms of their probabilities, the likeliest first.
  var tokens: [(token: String, score: Double)] {
    pieces.map { (scalars: text.scalars[$0.places], score: $0.score) }
      .sorted {
        $0.score == $1.score
          ? $0.scalars.lexicographicallyPrecedes($1.scalars) { $0.value < $1.value } : $0.score > $1.score
      }
      .map { (String(String.UnicodeScalarView($0.scalars)), $0.score) }
  }

  /// The pieces that fit at a place.
  func edges(at place: Int) -> ArraySlice<Edge> { edges[firstEdges[place]..<firstEdges[place + 1]] }

  /// Probabilities are shares of the counts.
  private mutating func score() {
    let total = log(pieces.reduce(0) { $0 + $1.count })
    for index in pieces.indices { pieces[index].score = log(pieces[index].count) - total }
  }

  /// Learns as many pieces as wanted, or all there are if these are fewer; single characters are always among them.
  mutating func train(to size: Int) {
    let size = max(size, characterCount)
    while pieces.count > size {
      // As in SentencePiece: two steps, then a quarter goes.
      for _ in 0..<2 { estimate() }
      prune(to: max(size, pieces.count * 3 / 4))
    }
    // Afterwards hardly anything changes.
    for _ in 0..<8 { estimate() }
    scorePossible()
  }

  /// Scores the pieces so that each is possible.
  mutating func scorePossible() {
    for index in pieces.indices { pieces[index].count = max(pieces[index].count, Self.leastCount) }
    score()
  }

  // MARK: Expectation and maximization

  /// Makes the texts likelier by new probabilities.
  ///
  /// - Returns: How likely the texts were with those before: the logarithm.
  @discardableResult mutating func estimate() -> Double {
    var counts = Array(repeating: 0.0, count: pieces.count)
    let likelihood = text.words.reduce(0.0) { sum, word in sum + expect(word, &counts) }
    for index in pieces.indices { pieces[index].count = counts[index] }
    score()
    return likelihood
  }

  /// Adds how often each piece is expected to stand in a word.
  ///
  /// forward[i] is how likely the word is up to its i-th character, over all ways to cut that; backward[i] the same from
  /// there on. All are logarithms.
  ///
  /// - Returns: How likely the word is, as often as it stands.
  private func expect(_ word: RepeatedSubstrings.Word, _ counts: inout [Double]) -> Double {
    let (first, length) = (word.places.lowerBound, word.places.count)
    var forward = [0] + Array(repeating: -Double.infinity, count: length)
    for start in 0..<length {
      for edge in edges(at: first + start) {
        let end = start + Int(edge.length)
        forward[end] = logSum(forward[end], forward[start] + pieces[Int(edge.piece)].score)
      }
    }
    var backward = Array(repeating: -Double.infinity, count: length) + [0]
    for start in (0..<length).reversed() {
      for edge in edges(at: first + start) {
        let rest = pieces[Int(edge.piece)].score + backward[start + Int(edge.length)]
        backward[start] = logSum(backward[start], rest)
        // The share of the ways that lead over this piece.
        counts[Int(edge.piece)] += Double(word.count) * exp(forward[start] + rest - forward[length])
      }
    }
    return Double(word.count) * forward[length]
  }

  /// log(exp(a) + exp(b)), also where the powers would be too small.
  private func logSum(_ a: Double, _ b: Double) -> Double {
    let larger = max(a, b)
    return larger == -.infinity ? larger : larger + log1p(exp(min(a, b) - larger))
  }
}
