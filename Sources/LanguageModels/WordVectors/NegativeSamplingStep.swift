import Foundation

/// One step down the slope of ``negativeSamplingLoss(_:positive:negatives:)``, by its derivatives written out:
///
/// - of the score u · v of the right word: σ(u · v) - 1, of the score of a wrong one: σ(u · v);
/// - of a word's vector u: that times v; of v: the sum of that times u.
///
/// All derivatives are those at the beginning of the step.
struct NegativeSamplingStep {
  let size: Int
  let rate: Float
  /// What v should change by.
  private(set) var change: [Float]
  private(set) var loss: Float = 0
  private var slopes: [Float] = []

  init(size: Int, rate: Float) {
    self.size = size
    self.rate = rate
    change = Array(repeating: 0, count: size)
  }

  /// Changes the vectors of words, and keeps what v should change by.
  /// - Parameters:
  ///   - vector: v, `[size]`
  ///   - words: The right word and then the wrong ones.
  ///   - outputs: The vectors u of all words, `[words, size]`.
  mutating func take(
    _ vector: UnsafePointer<Float>, words: [Int], outputs: UnsafeMutablePointer<Float>
  ) {
    slopes.removeAll(keepingCapacity: true)
    loss = 0
    for place in 0..<size { change[place] = 0 }
    for (number, word) in words.enumerated() {
      let output = outputs + word * size
      var score: Float = 0
      for place in 0..<size { score += output[place] * vector[place] }
      let sign: Float = number == 0 ? -1 : 1
      loss += softplus(sign * score)
      let slope = sigmoid(score) - (number == 0 ? 1 : 0)
      slopes.append(slope)
      for place in 0..<size { change[place] -= rate * slope * output[place] }
    }
    for (slope, word) in zip(slopes, words) {
      let output = outputs + word * size
      for place in 0..<size { output[place] -= rate * slope * vector[place] }
    }
  }

  private func sigmoid(_ x: Float) -> Float { 1 / (1 + exp(-x)) }
  private func softplus(_ x: Float) -> Float { max(x, 0) + log1p(exp(-abs(x))) }
}
