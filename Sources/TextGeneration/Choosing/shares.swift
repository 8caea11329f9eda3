import Glibc

/// The probabilities that scores stand for: softmax.
func shares(of scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  guard largest.isFinite else { return scores.map { $0 == largest ? 1 : 0 } }
  let powers = scores.map { expf($0 - largest) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}
