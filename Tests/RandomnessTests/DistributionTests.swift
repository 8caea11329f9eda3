import Foundation
import Randomness
import Testing

/// Statistical tests with fixed seeds: what passes once passes always. A limit of 4 standard deviations would be crossed
/// by one honest generator in 16,000.
@Suite("Numbers follow their distributions") struct DistributionTests {
  static let count = 50_000

  @Test("Uniform numbers", arguments: [0, 1, 42] as [UInt64])
  func uniform(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let lists = [
      generator.uniform(count: Self.count).map(Double.init), generator.uniform(count: Self.count, of: Double.self),
    ]
    for numbers in lists {
      #expect(Statistics.kolmogorovSmirnov(numbers) { $0 } < 1.95)
      #expect(numbers.allSatisfy { 0 <= $0 && $0 < 1 })
      // Neighbours have nothing to do with each other: the product's mean is 1/4, its variance 7/144.
      let products = zip(numbers, numbers.dropFirst()).map { $0 * $1 }
      #expect(abs(Statistics.moment(1, products) - 0.25) < 4 * (7.0 / 144 / Double(Self.count)).squareRoot())
    }
  }

  @Test("The upper bound never comes, even where rounding would give it")
  func upperBound() {
    var generator = RandomGenerator(seed: 9)
    let narrow = generator.uniform(count: 1000, in: 1..<1 + Float.ulpOfOne)
    #expect(narrow.allSatisfy { $0 == 1 })
    let negative = generator.uniform(count: 1000, of: Double.self, in: (-1 - Double.ulpOfOne).nextDown ..< -1)
    #expect(negative.allSatisfy { $0 < -1 })
  }

  @Test("Normal numbers", arguments: [0, 1, 42] as [UInt64])
  func normal(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let single = generator.normal(count: Self.count, mean: 3, standardDeviation: 0.5).map { (Double($0) - 3) / 0.5 }
    for numbers in [single, generator.normal(count: Self.count, of: Double.self)] {
      #expect(Statistics.kolmogorovSmirnov(numbers, probabilityBelow: Statistics.normalBelow) < 1.95)
      // The moments are 0, 1, 0, 3, and the variances of their means 1, 2, 15, 96, divided by the count.
      for (power, expected, variance) in [(1, 0.0, 1.0), (2, 1, 2), (3, 0, 15), (4, 3, 96)] {
        let deviation = (variance / Double(Self.count)).squareRoot()
        #expect(abs(Statistics.moment(power, numbers) - expected) < 4 * deviation, "moment \(power)")
      }
      // The two numbers of a pair have nothing to do with each other, nor have their squares.
      let products = stride(from: 0, to: Self.count, by: 2).map { numbers[$0] * numbers[$0 + 1] }
      #expect(abs(Statistics.moment(1, products)) < 4 * (2 / Double(Self.count)).squareRoot())
      #expect(abs(Statistics.moment(2, products) - 1) < 4 * (16 / Double(Self.count)).squareRoot())
    }
  }

  @Test("The tails of the normal distribution are as heavy as they should be", arguments: [3.0, 3.5, 4])
  func tails(limit: Double) {
    var generator = RandomGenerator(seed: 77)
    let count = 500_000
    let beyond = generator.normal(count: count).count { abs(Double($0)) > limit }
    let expected = Double(count) * 2 * Statistics.normalBelow(-limit)
    #expect(abs(Double(beyond) - expected) < 4 * expected.squareRoot())
  }

  @Test(
    "Truncated normal numbers keep their shape and their bounds",
    arguments: [-2.0...2, -0.5...3, 3...5, -9 ... -7, 20...21, -0.001...0.001, 0 ... .infinity])
  func truncated(bounds: ClosedRange<Double>) {
    var generator = RandomGenerator(seed: 4)
    let turned = bounds.lowerBound > 0
    // The probability of being nearer to the mean, computed on the side where it has digits.
    let (lower, upper) =
      turned ? (-bounds.upperBound, -bounds.lowerBound) : (bounds.lowerBound, bounds.upperBound)
    let (low, high) = (Statistics.normalBelow(lower), Statistics.normalBelow(upper))
    let single = generator.truncatedNormal(
      count: 20_000, mean: 1, standardDeviation: 2,
      in: Float(1 + 2 * bounds.lowerBound)...Float(1 + 2 * bounds.upperBound))
    let double = generator.truncatedNormal(count: 20_000, of: Double.self, in: bounds)
    #expect(double.allSatisfy(bounds.contains))
    for numbers in [single.map { (Double($0) - 1) / 2 }, double] {
      let distance = Statistics.kolmogorovSmirnov(numbers.map { turned ? -$0 : $0 }) { number in
        (Statistics.normalBelow(number) - low) / (high - low)
      }
      #expect(distance < 1.95)
    }
  }

  @Test("Truth values", arguments: [0, 0.1, 0.5, 0.9, 1])
  func bernoulli(probability: Double) {
    var generator = RandomGenerator(seed: 21)
    let count = Double(generator.bernoulli(count: Self.count, probability: probability).count { $0 })
    let deviation = (Double(Self.count) * probability * (1 - probability)).squareRoot()
    #expect(abs(count - Double(Self.count) * probability) <= 4 * deviation)
  }

  @Test("A mask has its number where the truth values are true")
  func mask() {
    var generator = RandomGenerator(seed: 22)
    var copy = generator
    let truths = generator.bernoulli(count: 3000, probability: 0.8)
    let mask = [Float](unsafeUninitializedCapacity: 3000) { memory, initialized in
      copy.fillBernoulli(memory, probability: 0.8, value: 1.25)
      initialized = 3000
    }
    #expect(mask == truths.map { $0 ? 1.25 : 0 })
  }
}
