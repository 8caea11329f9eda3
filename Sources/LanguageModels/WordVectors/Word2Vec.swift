import Foundation
import Randomness
import Tensors

/// Learns vectors of words by guessing: which words stand near a word, and which were only drawn by chance?
///
///     let texts = Array(repeating: ["the cat sat here", "the dog sat here"], count: 50).joined()
///       .map { $0.split(separator: " ").map(String.init) }
///     var settings = Word2VecSettings(method: .skipGram)
///     settings.size = 8
///     let learned = Word2Vec(texts, settings)
///     learned.vectors.nearest(to: "cat", count: 2)      // the words nearest to cat
///     learned.losses.count                              // 5, one for each time the texts were read
///
/// Each word has two vectors: one for when it foresees others, which is the result, and one for when it is foreseen. Each
/// step makes ``negativeSamplingLoss(_:positive:negatives:)`` smaller by its derivatives written out by hand, which a
/// test holds against automatic ones. Cost: 4 · size · (negatives + 1) operations for each pair of neighbours.
/// Sources: Mikolov and others, Efficient Estimation of Word Representations, 2013, and Distributed Representations of
/// Words and Phrases, 2013; subsampling as in the authors' program.
public struct Word2Vec: Sendable {
  /// What was learned.
  public let vectors: WordVectors
  /// The vectors that words have when they are foreseen.
  public let contextVectors: WordVectors
  /// The mean loss of a guess, for each time the texts were read.
  public let losses: [Double]

  /// - Parameter texts: Each a list of words; a word has no neighbours beyond the end of its text.
  public init(_ texts: [[String]], _ settings: Word2VecSettings = Word2VecSettings()) {
    do { try settings.check() } catch { stop(.configuration(error)) }
    let known = WordCounts(texts, minimumCount: settings.minimumCount)
    guard !known.words.isEmpty else { stop(.noWords(operation: "Word2Vec")) }
    var training = Word2VecTraining(known, settings)
    losses = training.run(known.numbered(texts))
    let shape = [known.words.count, settings.size]
    vectors = WordVectors(words: known.words, vectors: Tensor(training.inputs, shape: shape))
    contextVectors = WordVectors(words: known.words, vectors: Tensor(training.outputs, shape: shape))
  }
}

/// The state of ``Word2Vec`` while it learns.
private struct Word2VecTraining {
  private let settings: Word2VecSettings
  private let sampler: WordSampler
  /// How likely each word is not to be skipped.
  private let kept: [Double]
  private var generator: RandomGenerator
  /// The vectors of words that foresee, and of words that are foreseen. `[words, size]`
  private(set) var inputs: [Float]
  private(set) var outputs: [Float]

  init(_ known: WordCounts, _ settings: Word2VecSettings) {
    self.settings = settings
    sampler = WordSampler(counts: known.counts)
    let total = Double(known.counts.reduce(0, +))
    kept = known.counts.map { count in
      guard let threshold = settings.subsampling else { return 1 }
      let ratio = threshold * total / Double(count)
      return min(1, ratio.squareRoot() + ratio)
    }
    generator = RandomGenerator(seed: settings.seed)
    let count = known.counts.count * settings.size
    let half = 0.5 / Float(settings.size)
    inputs = generator.uniform(count: count, in: -half..<half)
    outputs = Array(repeating: 0, count: count)
  }

  /// Reads the texts again and again, with ever smaller steps; gives the mean loss of each time.
  mutating func run(_ texts: [[Int]]) -> [Double] {
    let all = max(1, settings.epochs * texts.reduce(0) { $0 + $1.count })
    var done = 0
    return (0..<settings.epochs).map { _ in
      var (loss, guesses) = (0.0, 0)
      for text in texts {
        let rate = Float(settings.learningRate * max(1e-4, 1 - Double(done) / Double(all)))
        let words = thinned(text)
        for place in words.indices {
          let reach = 1 + generator.integer(below: settings.window)
          let neighbors = (max(0, place - reach)..<min(words.count, place + reach + 1)).filter { $0 != place }
            .map { words[$0] }
          switch settings.method {
          case .skipGram:
            for neighbor in neighbors {
              loss += guess(neighbor, from: [words[place]], rate)
              guesses += 1
            }
          case .continuousBagOfWords where !neighbors.isEmpty:
            loss += guess(words[place], from: neighbors, rate)
            guesses += 1
          case .continuousBagOfWords: break
          }
        }
        done += text.count
      }
      return loss / Double(max(guesses, 1))
    }
  }

  private mutating func thinned(_ text: [Int]) -> [Int] {
    guard settings.subsampling != nil else { return text }
    let shares = generator.uniform(count: text.count, of: Double.self)
    return zip(text, shares).filter { $1 < kept[$0] }.map(\.0)
  }

  /// Lets the mean of some words foresee a word, and takes a step for all that took part.
  private mutating func guess(_ word: Int, from words: [Int], _ rate: Float) -> Double {
    let size = settings.size
    let wrong = sampler.draw(settings.negatives, using: &generator).filter { $0 != word }
    var mean = [Float](repeating: 0, count: size)
    let share = 1 / Float(words.count)
    for word in words { for place in 0..<size { mean[place] += inputs[word * size + place] * share } }
    var step = NegativeSamplingStep(size: size, rate: rate)
    mean.withUnsafeBufferPointer { mean in
      outputs.withUnsafeMutableBufferPointer { outputs in
        guard let mean = mean.baseAddress, let outputs = outputs.baseAddress else { return }
        step.take(mean, words: [word] + wrong, outputs: outputs)
      }
    }
    for word in words { for place in 0..<size { inputs[word * size + place] += step.change[place] * share } }
    return Double(step.loss)
  }
}
