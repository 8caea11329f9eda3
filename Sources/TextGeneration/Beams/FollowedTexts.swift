import Tensors

/// The texts that a ``BeamSearch`` follows, and the best of those that have ended.
struct FollowedTexts {
  /// A text that may go on, with the sum of its log-probabilities.
  private struct Beginning {
    var ids: [Int] = []
    var logProbabilities: [Double] = []
    var sum = 0.0
    /// Which of the texts before it goes on from.
    var parent = 0
  }

  private let search: BeamSearch
  private var running = [Beginning()]
  /// As many as there are beams at most, the best one first.
  private(set) var ended: [BeamSearch.Text] = []

  init(_ search: BeamSearch) { self.search = search }

  /// What has been written of each text that runs.
  var newTokens: [[Int]] { running.map(\.ids) }

  /// Goes on by one token.
  ///
  /// - Parameters:
  ///   - logProbabilities: For each text that runs those of all tokens. `[texts, vocabulary]`
  ///   - isEnd: Whether a text has come to its end, besides by a stop token and its length.
  /// - Returns: Which text each one that runs now goes on from; `nil` when the search is over.
  mutating func extend(by logProbabilities: Tensor, _ isEnd: ([Int]) -> Bool) -> [Int]? {
    let best = continuations(logProbabilities)
    let ends = best.map { isAtEnd($0) || isEnd($0.ids) }
    for (text, hasEnded) in zip(best, ends).prefix(search.beams) where hasEnded { keep(text) }
    running = Array(zip(best, ends).filter { !$1 }.map(\.0).prefix(search.beams))
    return canImprove ? running.map(\.parent) : nil
  }

  /// The best texts of one token more. Each stop token may end as many as there are beams, and as many must be left.
  private func continuations(_ logProbabilities: Tensor) -> [Beginning] {
    let count = search.beams * max(2, 1 + search.stopTokens.count)
    let vocabulary = logProbabilities.shape[1]
    let (values, tokens) = logProbabilities.topK(min(count, vocabulary))  // [texts, count]
    let (numbers, ids, each) = (values.doubles, tokens.ints, values.shape[1])
    var candidates: [(sum: Double, place: Int)] = []
    for place in numbers.indices where numbers[place] > -.infinity {
      candidates.append((running[place / each].sum + numbers[place], place))
    }
    // Of equal sums that which comes first: the better text before it, the smaller id.
    candidates.sort { ($0.sum, $1.place) > ($1.sum, $0.place) }
    return candidates.prefix(count).map { candidate in
      var text = running[candidate.place / each]
      text.ids.append(ids[candidate.place])
      text.logProbabilities.append(numbers[candidate.place])
      (text.sum, text.parent) = (candidate.sum, candidate.place / each)
      return text
    }
  }

  private func isAtEnd(_ text: Beginning) -> Bool {
    text.ids.count == search.maximumNewTokens || text.ids.last.map(search.stopTokens.contains) == true
  }

  /// Keeps a text that has ended, if it is among the best.
  private mutating func keep(_ text: Beginning) {
    let score = text.sum / search.lengthPenalty.divisor(length: text.ids.count)
    let place = ended.firstIndex { $0.score < score } ?? ended.count
    ended.insert(BeamSearch.Text(ids: text.ids, score: score, logProbabilities: text.logProbabilities), at: place)
    if ended.count > search.beams { ended.removeLast() }
  }

  /// Whether a text that still runs may become better than the worst of those that have ended.
  private var canImprove: Bool {
    guard let best = running.first else { return false }
    guard ended.count == search.beams, let worst = ended.last else { return true }
    let now = search.lengthPenalty.divisor(length: best.ids.count)
    switch search.earlyStopping {
    case .whenFull: return false
    case .whenNoneIsBetter: return best.sum / now > worst.score
    case .whenNoneCanBecomeBetter:
      let atTheEnd = search.lengthPenalty.divisor(length: search.maximumNewTokens)
      return best.sum / max(now, atTheEnd) > worst.score
    }
  }
}
