import Foundation
import Tokenizers

/// How much translations are like those that people wrote: the geometric mean of the shares of their runs of one to four
/// words that occur in a reference too, less if they are too short.
///
///     let bleu = BLEU(smoothing: .none)
///     let score = bleu.score(["the quick brown fox jumps over the lazy dog"],
///       references: [["the quick brown fox jumped over the lazy dog"]])
///     score.value              // 59.69
///     score.precisions[0]      // 88.89
///     bleu.signature           // "case:mixed|eff:no|tok:13a|smooth:none"
///
/// A run counts at most as often as in the reference where it is most frequent ("clipping"), so that repeating `the` does
/// not help. The penalty for short texts is exp(1 - r / c) for c words where the closest references have r.
///
/// BLEU is made for a whole corpus, whose counts are added before anything is divided. Scores, from 0 to 100, are those of
/// sacreBLEU 2 with the same signature. Cost: the length of all texts. Sources: Papineni and others, BLEU, 2002; Post, A
/// Call for Clarity in Reporting BLEU Scores, 2018.
public struct BLEU: Sendable, Equatable {
  public var tokenization: BLEUTokenization
  public var smoothing: BLEUSmoothing
  /// How long the longest runs are.
  public var longestRun: Int
  /// Whether `The` and `the` are the same.
  public var ignoresCase: Bool
  /// Whether lengths that the text is too short for are left out. For single sentences.
  public var usesEffectiveOrder: Bool

  public init(
    tokenization: BLEUTokenization = .v13a, smoothing: BLEUSmoothing = .exponential, longestRun: Int = 4,
    ignoresCase: Bool = false, usesEffectiveOrder: Bool = false
  ) {
    guard longestRun >= 1 else {
      stop(.below(measure: "BLEU", setting: "longestRun", value: "\(longestRun)", smallest: "1"))
    }
    self.tokenization = tokenization
    self.smoothing = smoothing
    self.longestRun = longestRun
    self.ignoresCase = ignoresCase
    self.usesEffectiveOrder = usesEffectiveOrder
  }

  /// What belongs beside a score so that others can compare: the parts of sacreBLEU's signature that stand for settings.
  public var signature: String {
    "case:\(ignoresCase ? "lc" : "mixed")|eff:\(usesEffectiveOrder ? "yes" : "no")|tok:\(tokenization.rawValue)"
      + "|smooth:\(smoothing.signature)"
  }

  /// The score of a corpus.
  ///
  /// - Parameters:
  ///   - texts: What is measured.
  ///   - references: For each text one or more by people. (sacreBLEU wants them the other way around: the first
  ///     references of all texts, then the second ones.)
  public func score(_ texts: [String], references: [[String]]) -> BLEUScore {
    checkPairs("BLEU", ("texts", texts.count), ("lists of references", references.count))
    var matches = Array(repeating: 0, count: longestRun)
    var totals = matches
    var (length, referenceLength) = (0, 0)
    for (position, (text, references)) in zip(texts, references).enumerated() {
      guard !references.isEmpty else { stop(.noReference(measure: "BLEU", position: position)) }
      let (words, others) = (self.words(text), references.map(self.words))
      length += words.count
      referenceLength += Self.closest(to: words.count, others.map(\.count))
      for run in 1...longestRun {
        let counts = NGramCounts(words, length: run)
        let known = others.dropFirst().reduce(NGramCounts(others[0], length: run)) {
          $0.union(NGramCounts($1, length: run))
        }
        matches[run - 1] += counts.overlap(with: known)
        totals[run - 1] += counts.total
      }
    }
    return score(matches, totals, length, referenceLength)
  }

  /// The score of one sentence.
  public func score(_ text: String, references: [String]) -> BLEUScore { score([text], references: [references]) }

  private func words(_ text: String) -> [Spelling] {
    tokenization.words(ignoresCase ? TextWords.lowercased(text) : text).map(Spelling.init)
  }

  /// The length that is closest to the text's; of two the shorter.
  private static func closest(to count: Int, _ lengths: [Int]) -> Int {
    lengths.min { (abs($0 - count), $0) < (abs($1 - count), $1) } ?? 0
  }

  private func score(_ matches: [Int], _ totals: [Int], _ length: Int, _ referenceLength: Int) -> BLEUScore {
    var penalty = 1.0
    if length < referenceLength { penalty = length > 0 ? exp(1 - Double(referenceLength) / Double(length)) : 0 }
    var precisions = Array(repeating: 0.0, count: longestRun)
    var value = 0.0
    if matches.contains(where: { $0 > 0 }) {
      let orders = smoothed(matches, totals, into: &precisions)
      let logarithms = precisions.prefix(orders).map { $0 > 0 ? log($0) : -.infinity }
      value = penalty * exp(logarithms.reduce(0, +) / Double(orders))
    }
    return BLEUScore(
      value: value, precisions: precisions, matches: matches, totals: totals, brevityPenalty: penalty, length: length,
      referenceLength: referenceLength, signature: signature)
  }

  /// Writes the precisions in percent, and returns how many of them count.
  private func smoothed(_ matches: [Int], _ totals: [Int], into precisions: inout [Double]) -> Int {
    var (share, orders) = (1.0, longestRun)
    for order in 0..<longestRun {
      var (match, total) = (Double(matches[order]), Double(totals[order]))
      if case .addK(let added) = smoothing, order > 0 { (match, total) = (match + added, total + added) }
      if total == 0 { break }
      if usesEffectiveOrder { orders = order + 1 }
      switch smoothing {
      case _ where match > 0: precisions[order] = 100 * match / total
      case .exponential:
        share *= 2
        precisions[order] = 100 / (share * total)
      case .floor(let value): precisions[order] = 100 * value / total
      case .none, .addK: break
      }
    }
    return orders
  }
}
