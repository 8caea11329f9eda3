import Foundation
import Testing

@testable import Randomness

/// Expected numbers: `Fixtures/make_references.py`, by mpmath with 60 digits.
@Suite("How exact the normal distribution is") struct NormalAccuracyTests {
  @Test("Quantiles are right to 15 digits, far into the tails")
  func quantiles() throws {
    var worst = 0.0
    for pair in References.all.quantiles {
      let (probability, expected) = (try #require(Double(pair[0])), try #require(Double(pair[1])))
      let quantile = NormalDistribution.quantile(probability)
      if expected == 0 { #expect(quantile == 0) } else { worst = max(worst, abs(quantile / expected - 1)) }
    }
    #expect(worst < 1e-15)
  }

  @Test("Probabilities, too, and their relative error stays small where they do")
  func probabilities() throws {
    for pair in References.all.probabilities {
      let (number, expected) = (try #require(Double(pair[0])), try #require(Double(pair[1])))
      let error = abs(NormalDistribution.probability(below: number) / expected - 1)
      // Near the middle half is subtracted, which costs digits: 1.3 · 10⁻³ are left of ½. In the tail the exponent,
      // x² / 2, is rounded, which shifts the result by as much.
      #expect(error < 1e-16 + (number < -3 ? number * number * 2e-16 : 2e-13), "at \(number)")
    }
  }

  @Test("Beyond every number a probability is 0 or 1")
  func extremes() {
    #expect(NormalDistribution.probability(below: -.infinity) == 0)
    #expect(NormalDistribution.probability(below: .infinity) == 1)
    #expect(NormalDistribution.probability(below: -1e300) == 0)
    #expect(NormalDistribution.quantile(0) == NormalDistribution.quantile(0x1p-1022))
    #expect(NormalDistribution.quantile(1) == -NormalDistribution.quantile(0))
    #expect(abs(NormalDistribution.quantile(0) + 37.5) < 0.1)
  }

  /// The system's functions are right to about one unit in the last place, 2 · 10⁻¹⁶.
  @Test("Logarithm and exponential agree with the system's")
  func elementaryFunctions() {
    var generator = RandomGenerator(seed: 12)
    for exponent in -1022...0 {
      let number = generator.uniform(count: 1, of: Double.self, in: 1..<2)[0] * pow(2, Double(exponent))
      #expect(abs(logarithm(number) - log(number)) <= abs(log(number)) * 5e-16)
      let t = -log(number)
      guard t >= 0, t < 708 else { continue }
      #expect(abs(exponential(minus: t) / exp(-t) - 1) < 5e-16)
    }
    #expect(logarithm(1) == 0)
    #expect(exponential(minus: 0) == 1)
    #expect(exponential(minus: 709) == 0)
  }

  @Test("Pairs in single precision are those of Box and Muller in double precision")
  func boxMuller() {
    var words = RandomGenerator(seed: 5).copyOfWords(8192) + [0, 0, .max, .max, 1, 1 << 31, 2, 3 << 30]
    let pairs = words.count / 2
    let original = words
    words.withUnsafeMutableBufferPointer { memory in
      if let start = memory.baseAddress { BoxMuller.transform(start, pairs: pairs) }
    }
    var worst = 0.0
    for pair in 0..<pairs {
      // The number that is rounded to 1 has its own line in the specification.
      let uniform = Double(Float(original[2 * pair] >> 1) + 0.5) * 0x1p-31
      let radius = sqrt(-2 * log(uniform))
      // The quarters begin at −45°.
      let word = original[2 * pair + 1]
      let angle = Double(Int32(bitPattern: word << 2)) * 0x1p-32 * .pi / 2 + Double(word >> 30) * .pi / 2
      worst = max(worst, abs(Double(Float(bitPattern: words[2 * pair])) - radius * cos(angle)))
      worst = max(worst, abs(Double(Float(bitPattern: words[2 * pair + 1])) - radius * sin(angle)))
    }
    // Half a unit in the last place of 4, about the largest distance, is 2.4 · 10⁻⁷.
    #expect(worst < 1e-6)
  }
}

extension RandomGenerator {
  /// The next words, without going past them.
  fileprivate func copyOfWords(_ count: Int) -> [UInt32] {
    var copy = self
    return (0..<count / 2).flatMap { _ in
      let pair = copy.next()
      return [pair.lowHalf, pair.highHalf]
    }
  }
}
