import Foundation

/// Measures of how well numbers follow a distribution.
enum Statistics {
  /// The largest distance between the share of numbers below x and the probability of one below x, times √n.
  ///
  /// For numbers of the distribution it is above 1.95 once in a thousand times (Kolmogorov's distribution).
  static func kolmogorovSmirnov(_ numbers: [Double], probabilityBelow: (Double) -> Double) -> Double {
    let count = Double(numbers.count)
    let distance = numbers.sorted().enumerated().map { index, number in
      let probability = probabilityBelow(number)
      return max(probability - Double(index) / count, Double(index + 1) / count - probability)
    }
    return (distance.max() ?? 1) * count.squareRoot()
  }

  /// How far counts are from what is expected, in standard deviations of the chi-squared distribution, which is close to
  /// normal for as many cells as the tests have.
  static func chiSquared(_ counts: [Int], expected: [Double]) -> Double {
    let sum = zip(counts, expected).reduce(0.0) { sum, pair in
      sum + (Double(pair.0) - pair.1) * (Double(pair.0) - pair.1) / pair.1
    }
    let freedom = Double(counts.count - 1)
    return (sum - freedom) / (2 * freedom).squareRoot()
  }

  /// The mean of a power of the numbers.
  static func moment(_ power: Int, _ numbers: [Double]) -> Double {
    numbers.reduce(0) { sum, number in sum + (0..<power).reduce(1.0) { value, _ in value * number } }
      / Double(numbers.count)
  }

  /// The normal distribution by the system's error function.
  static func normalBelow(_ number: Double) -> Double { erfc(-number / 2.0.squareRoot()) / 2 }
}
