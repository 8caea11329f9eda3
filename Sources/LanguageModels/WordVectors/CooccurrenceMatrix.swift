import Foundation
import Tensors

/// How often words stand near each other.
///
///     let matrix = CooccurrenceMatrix([["the", "cat", "sat"], ["the", "dog", "sat"]], window: 1)
///     matrix.words                   // ["the", "sat", "cat", "dog"]
///     matrix.counts[0, 2]            // 1: the cat
///     matrix.vectors(size: 2)        // close for cat and dog
///
/// Words of like use have like neighbours. The counts themselves are dominated by frequent words; their pointwise mutual
/// information says how much more often two words meet than chance would have it, and what is negative counts as 0
/// (PPMI). The strongest directions of that table are the vectors. Cost: counting, window steps for each word; vectors,
/// some 10 · words³ operations. Sources: Church and Hanks, 1990; Bullinaria and Levy, 2007; Levy and Goldberg, 2014.
public struct CooccurrenceMatrix: Sendable {
  /// The words, the most frequent first.
  public let words: [String]
  /// How often each pair of words stands within the window, symmetric. `[words, words]`
  public let counts: Tensor

  /// - Parameters:
  ///   - texts: Each a list of words; nothing is counted across the end of a text.
  ///   - window: How many words to each side are near.
  ///   - minimumCount: How often a word must occur; others are taken out of the texts.
  ///   - weighsByDistance: Whether a word that is d words away counts 1/d, as for ``GloVe``.
  public init(_ texts: [[String]], window: Int = 5, minimumCount: Int = 1, weighsByDistance: Bool = false) {
    let known = WordCounts(texts, minimumCount: minimumCount)
    guard !known.words.isEmpty else { stop(.noWords(operation: "CooccurrenceMatrix")) }
    let size = known.words.count
    var counts = [Float](repeating: 0, count: size * size)
    for text in known.numbered(texts) {
      for (place, word) in text.enumerated() {
        for distance in 1..<max(min(window, place) + 1, 1) {
          let weight: Float = weighsByDistance ? 1 / Float(distance) : 1
          let other = text[place - distance]
          counts[word * size + other] += weight
          counts[other * size + word] += weight
        }
      }
    }
    words = known.words
    self.counts = Tensor(counts, shape: [size, size])
  }

  /// max(0, ln(P(word, other) / (P(word) · P(other)))): how much more often than by chance. `[words, words]`
  public var positiveMutualInformation: Tensor {
    let total = counts.sum()
    let single = counts.sum(axis: 1, keepDims: true)  // [words, 1]
    let chance = single * single.transposed()  // [words, words]
    let isKnown = counts .> 0
    return relu(log(select(isKnown, counts * total, 1) / select(isKnown, chance, 1)))
  }

  /// A vector for each word: the strongest directions of ``positiveMutualInformation``, each times the root of its
  /// strength.
  public func vectors(size: Int) -> WordVectors {
    let (left, values, _) = svd(positiveMutualInformation)
    let kept = max(1, min(size, words.count))
    return WordVectors(words: words, vectors: left.sliced(..<kept, axis: 1) * sqrt(values.sliced(..<kept)))
  }
}
