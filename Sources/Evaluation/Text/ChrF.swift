import Tokenizers

/// How much translations are like those that people wrote, by runs of one to six characters: their F-score, which counts
/// what is missing more than what is too much.
///
///     ChrF().score(["the cat sat on the mat"], references: [["the cat is on the mat"]])     // 64.58
///
/// It needs no words, and so suits Chinese, and endings that BLEU takes for other words. Scores, from 0 to 100, are those
/// of sacreBLEU 2 with the same settings. Source: Popović, chrF, 2015; with words beside characters ("chrF++") 2017.
public struct ChrF: Sendable, Equatable {
  /// How long the longest runs of characters are.
  public var characters: Int
  /// How long the longest runs of words are; 2 makes it chrF++.
  public var words: Int
  /// How many times as much what is missing counts.
  public var beta: Double
  public var ignoresCase: Bool
  /// Whether white space is a character too.
  public var countsSpaces: Bool

  public init(
    characters: Int = 6, words: Int = 0, beta: Double = 2, ignoresCase: Bool = false, countsSpaces: Bool = false
  ) {
    guard characters >= 1 else {
      stop(.below(measure: "ChrF", setting: "characters", value: "\(characters)", smallest: "1"))
    }
    guard words >= 0 else { stop(.below(measure: "ChrF", setting: "words", value: "\(words)", smallest: "0")) }
    self.characters = characters
    self.words = words
    self.beta = beta
    self.ignoresCase = ignoresCase
    self.countsSpaces = countsSpaces
  }

  /// The score of a corpus, from 0 to 100.
  /// - Parameter references: For each text one or more by people; the one that is most like it counts.
  public func score(_ texts: [String], references: [[String]]) -> Double {
    checkPairs("ChrF", ("texts", texts.count), ("lists of references", references.count))
    var sums = Array(repeating: Counts(), count: characters + words)
    for (position, (text, references)) in zip(texts, references).enumerated() {
      let runs = self.runs(text)
      let candidates = references.map { reference in zip(runs, self.runs(reference)).map(Counts.init) }
      guard var best = candidates.first else { stop(.noReference(measure: "ChrF", position: position)) }
      for counts in candidates.dropFirst() where fScore(counts) > fScore(best) { best = counts }
      for (order, counts) in best.enumerated() { sums[order].add(counts) }
    }
    return fScore(sums)
  }

  /// How many runs of one length the text has, the reference has, and both share.
  private struct Counts {
    var (text, reference, shared) = (0, 0, 0)

    init() {}

    init(_ text: NGramCounts<Spelling>, _ reference: NGramCounts<Spelling>) {
      // Where the reference has no such run, those of the text are not held against it.
      self.text = reference.counts.isEmpty ? 0 : text.total
      self.reference = reference.total
      shared = text.overlap(with: reference)
    }

    mutating func add(_ other: Counts) {
      text += other.text
      reference += other.reference
      shared += other.shared
    }
  }

  private func runs(_ text: String) -> [NGramCounts<Spelling>] {
    let text = ignoresCase ? TextWords.lowercased(text) : text
    let letters = text.unicodeScalars.filter { countsSpaces || !TextWords.isSpace($0) }.map { Spelling(String($0)) }
    let words = self.words == 0 ? [] : Self.words(text).map(Spelling.init)
    return (1...characters).map { NGramCounts(letters, length: $0) }
      + (0..<self.words).map { NGramCounts(words, length: $0 + 1) }
  }

  /// Words, of which one sign at the end or else at the beginning is cut off.
  private static func words(_ text: String) -> [String] {
    TextWords.split(text).flatMap { word -> [String] in
      let scalars = word.unicodeScalars
      guard scalars.count > 1, let first = scalars.first, let last = scalars.last else { return [word] }
      if TextWords.isPunctuation(last) { return [String(scalars.dropLast()), String(last)] }
      return TextWords.isPunctuation(first) ? [String(first), String(scalars.dropFirst())] : [word]
    }
  }

  private func fScore(_ counts: [Counts]) -> Double {
    let known = counts.filter { $0.text > 0 && $0.reference > 0 }
    guard !known.isEmpty else { return 0 }
    let precision = known.reduce(0) { $0 + Double($1.shared) / Double($1.text) } / Double(known.count)
    let recall = known.reduce(0) { $0 + Double($1.shared) / Double($1.reference) } / Double(known.count)
    guard precision + recall > 0 else { return 0 }
    let factor = beta * beta
    return 100 * (1 + factor) * precision * recall / (factor * precision + recall)
  }
}
