import Foundation
import Testing

@testable import Randomness

@Suite("Mistakes are told in sentences") struct RandomMistakeTests {
  @Test(
    "Every mistake names what was given and what is wanted",
    arguments: [
      (RandomMistake.negativeCount(operation: "normal", count: -1), "normal needs a count of at least 0, not -1."),
      (.range(operation: "uniform", low: 1, high: 1), "1.0..<1.0 is empty"),
      (.range(operation: "uniform", low: -1e308, high: 1e308), "-1e+308..<1e+308 is too wide."),
      (.bellCurve(operation: "normal", mean: 0, standardDeviation: -1), "the standard deviation -1.0."),
      (.truncatedBellCurve(mean: 0, standardDeviation: 0), "above 0: the mean is 0.0, the standard deviation 0.0."),
      (.improbableBounds(50...60, mean: 0, standardDeviation: 1), "no number between 50.0 and 60.0"),
      (.probability(1.5), "from 0 to 1, not 1.5."),
      (.bound(0), "the bound has to be at least 1."),
      (.choice(chosen: 4, count: 3), "cannot take 4 different ones of 3."),
      (.choice(chosen: -4, count: 3), "at least 0, not -4."),
      (.weight(-1, index: 2), "the one at index 2 is -1.0."),
      (.noWeight(count: 0), "the weights are empty."),
      (.noWeight(count: 3), "All 3 weights are 0"),
    ])
  func words(mistake: RandomMistake, part: String) { #expect(mistake.description.contains(part)) }

  @Test("Ranges end the cell with the sentence")
  func ranges() async throws {
    let empty = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.uniform(in: 2..<2)
    }
    #expect(try words(of: empty).contains("2.0..<2.0 is empty"))
    let wide = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.uniform(in: -3e38..<3e38)
    }
    #expect(try words(of: wide).contains("is too wide"))
  }

  @Test("Standard deviations end the cell with the sentence")
  func deviations() async throws {
    let notANumber = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.normal(standardDeviation: .nan)
    }
    #expect(try words(of: notANumber).contains("the standard deviation nan"))
    let far = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.truncatedNormal(count: 1, standardDeviation: 0.02, in: -2 ... -1)
    }
    #expect(try words(of: far).contains("no number between -2.0 and -1.0"))
  }

  @Test("Counts, bounds and probabilities end the cell with the sentence")
  func counts() async throws {
    let count = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.permutation(-3)
    }
    #expect(try words(of: count).contains("permutation needs a count of at least 0, not -3."))
    let bound = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.integer(below: 0)
    }
    #expect(try words(of: bound).contains("Integers below 0 cannot be drawn"))
    let probability = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.bernoulli(count: 1, probability: .nan)
    }
    #expect(try words(of: probability).contains("from 0 to 1, not nan."))
  }

  @Test("Weights end the cell with the sentence")
  func weights() async throws {
    let negative = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.index(weights: [1, -0.5])
    }
    #expect(try words(of: negative).contains("the one at index 1 is -0.5."))
    let empty = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var generator = RandomGenerator(seed: 0)
      _ = generator.index(weights: [])
    }
    #expect(try words(of: empty).contains("There is nothing to draw from"))
  }

  private func words(of result: ExitTest.Result?) throws -> String {
    String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
  }
}
