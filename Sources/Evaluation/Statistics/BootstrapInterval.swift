import Displays
import Randomness

/// How far a measured number may be from the true one: between which bounds it lies when examples are drawn anew, with
/// repetition, again and again.
///
///     let scores = [0.9, 0.4, 0.7, 0.8, 0.6, 0.5, 0.9, 0.3]
///     let interval = BootstrapInterval(of: scores, seed: 1)
///     interval.estimate                           // 0.6375
///     interval.contains(0.6)                      // true
///
/// Any statistic will do: the mean unless told otherwise, or a BLEU score of pairs of texts. Cost: as many evaluations as
/// samples. Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3 (percentiles).
public struct BootstrapInterval: Sendable, Equatable {
  /// The statistic of all examples.
  public let estimate: Double
  /// The bounds.
  public let lower: Double
  public let upper: Double
  /// How often the true number lies within the bounds.
  public let confidence: Double
  /// How often examples were drawn.
  public let samples: Int

  /// - Parameters:
  ///   - examples: What was measured.
  ///   - samples: How often as many examples are drawn.
  ///   - confidence: How often the true number shall lie within the bounds.
  ///   - seed: Fixes what is drawn.
  ///   - statistic: The number of some examples.
  public init<Example>(
    of examples: [Example], samples: Int = 1000, confidence: Double = 0.95, seed: UInt64 = 0,
    statistic: ([Example]) -> Double
  ) {
    guard !examples.isEmpty else { stop(.nothing(measure: "BootstrapInterval", of: "examples")) }
    guard samples >= 1 else {
      stop(.below(measure: "BootstrapInterval", setting: "samples", value: "\(samples)", smallest: "1"))
    }
    guard confidence > 0, confidence < 1 else {
      stop(
        .outside(
          measure: "BootstrapInterval", setting: "confidence", value: "\(confidence)", wanted: "between 0 and 1"))
    }
    var generator = RandomGenerator(seed: seed)
    let statistics = (0..<samples).map { _ in
      statistic(generator.integers(count: examples.count, below: examples.count).map { examples[$0] })
    }.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(samples - 1)
      let (low, high) = (Int(place), min(Int(place) + 1, samples - 1))
      return statistics[low] + (statistics[high] - statistics[low]) * (place - Double(low))
    }
    estimate = statistic(examples)
    lower = quantile((1 - confidence) / 2)
    upper = quantile((1 + confidence) / 2)
    self.confidence = confidence
    self.samples = samples
  }

  /// The bounds of the mean.
  public init(of numbers: [Double], samples: Int = 1000, confidence: Double = 0.95, seed: UInt64 = 0) {
    self.init(of: numbers, samples: samples, confidence: confidence, seed: seed) { numbers in
      numbers.reduce(0, +) / Double(numbers.count)
    }
  }

  /// Whether a number lies within the bounds.
  public func contains(_ number: Double) -> Bool { lower <= number && number <= upper }
}

extension BootstrapInterval: CustomStringConvertible, Displayable {
  public var description: String {
    "\(estimate.significant), between \(lower.significant) and \(upper.significant) with "
      + "\((confidence * 100).significant) % confidence"
  }

  public var display: Display { .text(description) }
}
