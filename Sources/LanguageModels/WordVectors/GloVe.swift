import Foundation
import Randomness
import Tensors

/// Learns vectors of words whose products are the logarithms of how often the words stand near each other.
///
///     let texts = Array(repeating: ["the cat sat here", "the dog sat here"], count: 50).joined()
///       .map { $0.split(separator: " ").map(String.init) }
///     var settings = GloVeSettings()
///     settings.size = 4
///     let learned = GloVe(CooccurrenceMatrix(texts, window: 2, weighsByDistance: true), settings)
///     learned.vectors.nearest(to: "cat", count: 2)      // the words nearest to cat
///     learned.losses.count                              // 25, one for each time the pairs were seen
///
/// Each word has a vector and a bias as word and as context. Steps are taken pair by pair, in an order that is shuffled
/// each time, by AdaGrad: each number's step is divided by the root of the sum of its squared slopes, which begins at 1.
/// The result is the sum of both vectors of a word. Cost: 12 · size operations for each pair that was seen, each time.
/// Source: Pennington, Socher and Manning, GloVe: Global Vectors for Word Representation, 2014.
public struct GloVe: Sendable {
  public let vectors: WordVectors
  /// The mean loss of a pair, for each time all pairs were seen.
  public let losses: [Double]

  public init(_ matrix: CooccurrenceMatrix, _ settings: GloVeSettings = GloVeSettings()) {
    do { try settings.check() } catch { stop(.configuration(error)) }
    let (count, size) = (matrix.words.count, settings.size)
    var generator = RandomGenerator(seed: settings.seed)
    let half = 0.5 / Float(size)
    var numbers = GloVeNumbers(
      words: count, size: size, generator.uniform(count: 2 * count * (size + 1), in: -half..<half))
    let counts = matrix.counts.floats
    let pairs = counts.indices.filter { counts[$0] > 0 }
    losses = (0..<settings.epochs).map { _ in
      let loss = generator.shuffled(pairs).reduce(0.0) { sum, pair in
        sum + numbers.step(word: pair / count, context: pair % count, count: Double(counts[pair]), settings)
      }
      return loss / Double(max(pairs.count, 1))
    }
    vectors = WordVectors(words: matrix.words, vectors: Tensor(numbers.sums, shape: [count, size]))
  }
}
