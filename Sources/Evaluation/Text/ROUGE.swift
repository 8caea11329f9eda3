import Tokenizers

/// How much of a summary that a person wrote is in one that a model wrote: by single words, by pairs of words, and by the
/// longest series of words that both have in the same order.
///
///     let scores = ROUGE().score("the cat sat on the mat", references: ["the cat is on the mat"])
///     scores.unigrams.f1           // 0.8333
///     scores.bigrams.f1            // 0.6
///     scores.longestSeries.f1      // 0.8333
///
/// Scores, from 0 to 1, are those of rouge-score. Cost: the product of both texts' lengths. Source: Lin, ROUGE, 2004.
public struct ROUGE: Sendable, Equatable {
  public var tokenization: ROUGETokenization

  public init(tokenization: ROUGETokenization = .words) { self.tokenization = tokenization }

  /// The scores of a text; of several references the one with the best F1 counts, for each kind of score by itself.
  public func score(_ text: String, references: [String]) -> ROUGEScores {
    guard !references.isEmpty else { stop(.noReference(measure: "ROUGE", position: 0)) }
    let words = tokenization.words(text)
    let others = references.map(tokenization.words)
    func best(_ scores: [PrecisionAndRecall]) -> PrecisionAndRecall {
      scores.dropFirst().reduce(scores[0]) { $1.f1 > $0.f1 ? $1 : $0 }
    }
    return ROUGEScores(
      unigrams: best(others.map { runs(words, $0, length: 1) }),
      bigrams: best(others.map { runs(words, $0, length: 2) }),
      longestSeries: best(others.map { series(words, $0) }),
      longestSeriesByLines: best(references.map { seriesByLines(text, $0) }))
  }

  /// ROUGE-N: runs of so many words.
  public func runs(_ words: [String], _ reference: [String], length: Int) -> PrecisionAndRecall {
    let counts = NGramCounts(words.map(Spelling.init), length: length)
    let known = NGramCounts(reference.map(Spelling.init), length: length)
    return PrecisionAndRecall(right: counts.overlap(with: known), found: counts.total, wanted: known.total)
  }

  /// ROUGE-L: the longest series of words that both have in the same order, with or without others between.
  public func series(_ words: [String], _ reference: [String]) -> PrecisionAndRecall {
    let series = CommonSeries(reference.map(Spelling.init), words.map(Spelling.init))
    return PrecisionAndRecall(right: series.count, found: words.count, wanted: reference.count)
  }

  /// ROUGE-Lsum: each line of the reference is compared with all lines of the text, and a word counts at most as often
  /// as both have it.
  private func seriesByLines(_ text: String, _ reference: String) -> PrecisionAndRecall {
    func lines(_ text: String) -> [[Spelling]] {
      text.unicodeScalars.split(separator: "\n").map { tokenization.words(String($0)).map(Spelling.init) }
    }
    let (text, reference) = (lines(text), lines(reference))
    var (left, wanted) = (counts(text.joined()), counts(reference.joined()))
    var right = 0
    for line in reference {
      let places = text.reduce(into: Set<Int>()) { $0.formUnion(CommonSeries(line, $1).places) }
      for place in places.sorted() where left[line[place], default: 0] > 0 && wanted[line[place], default: 0] > 0 {
        right += 1
        left[line[place], default: 0] -= 1
        wanted[line[place], default: 0] -= 1
      }
    }
    return PrecisionAndRecall(
      right: right, found: text.reduce(0) { $0 + $1.count }, wanted: reference.reduce(0) { $0 + $1.count })
  }

  private func counts(_ words: some Sequence<Spelling>) -> [Spelling: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}
