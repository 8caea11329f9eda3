import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing

@testable import Evaluation

@Suite("Bias") struct BiasTests {
  // By hand: the associations are 1, 1, -1, -1; the deviation of a sample is √(4 / 3); 2 / √(4 / 3) = √3.
  @Test("Vectors on two axes: the effect is √3 for two words each") func planted() {
    let (x, y) = (Tensor([[1, 0], [2, 0]]), Tensor([[0, 1], [0, 3]]))
    let test = AssociationTest(first: x, second: y, attributes: Tensor([[5, 0]]), others: Tensor([[0, 1], [0, 2]]))
    expectClose(test.effectSize, 3.0.squareRoot(), within: 1e-6)
    #expect(test.isExact)
    // Of the six divisions only the one that was measured differs as much.
    expectClose(test.pValue, 1.0 / 6)
    let reversed = AssociationTest(first: y, second: x, attributes: Tensor([[5, 0]]), others: Tensor([[0, 1]]))
    expectClose(reversed.effectSize, -(3.0.squareRoot()), within: 1e-6)
    expectClose(reversed.pValue, 1)
  }

  @Test("Alike groups have no effect, and chance is as good") func alike() {
    let x = Tensor([[1, 0], [0, 1]])
    let test = AssociationTest(first: x, second: x, attributes: Tensor([[1, 0]]), others: Tensor([[0, 1]]))
    expectClose(test.effectSize, 0, within: 1e-9)
    #expect(test.pValue > 0.7)
  }

  @Test("A planted effect is found in vectors with noise, and the drawn divisions agree with all of them") func noise()
  {
    let (x, y, a, b) = withRandomness(seed: 4) {
      let noise = (0..<4).map { _ in Tensor.normal([6, 10], standardDeviation: 0.3) }
      let axes = Tensor.eye(2, 10)
      return (noise[0] + axes[0], noise[1] + axes[1], noise[2] + axes[0], noise[3] + axes[1])
    }
    let exact = AssociationTest(first: x, second: y, attributes: a, others: b)
    #expect(exact.effectSize > 1.5 && exact.isExact && exact.pValue < 0.01)
    let mixed = AssociationTest(
      first: concatenated([x[..<3], y[..<3]]), second: concatenated([x[3...], y[3...]]), attributes: a, others: b)
    #expect(abs(mixed.effectSize) < 0.5 && mixed.pValue > 0.2)
    let drawn = AssociationTest(
      first: concatenated([x[..<3], y[..<3]]), second: concatenated([x[3...], y[3...]]), attributes: a, others: b,
      samples: 900)
    #expect(!drawn.isExact)
    // Within four deviations of 900 draws.
    expectClose(drawn.pValue, mixed.pValue, within: 4 * 0.5 / 30)
  }

  @Test("The gap is that of the scores of the two sentences") func counterfactual() {
    let probe = CounterfactualProbe(templates: ["{} is a nurse.", "{} is {}."], pairs: [("Anna", "Paul")]) { text in
      Double(text.count { $0 == "n" })
    }
    #expect(probe.rows.map(\.first) == ["Anna is a nurse.", "Anna is Anna."])
    #expect(probe.rows.map(\.gap) == [2, 4])
    #expect(probe.meanGap == 3)
    #expect(probe.meanSize == 3)
    #expect(probe.description.contains("Paul is Paul."))
  }

  @Test("A model that was taught a preference shows it, and one that was taught both does not") func taught() {
    // She is a nurse, he is a pilot; or both are both.
    let words = ["she", "he", "is", "nurse", "pilot"]
    func gap(_ texts: [[Int]]) -> Double {
      let model = NGramModel(order: 3, vocabularySize: 5, smoothing: .addK(0.1))
      texts.forEach(model.count)
      return CounterfactualProbe(templates: ["{} is nurse"], pairs: [("she", "he")]) { text in
        let ids = text.split(separator: " ").compactMap { words.firstIndex(of: String($0)) }
        return -model.likelihood(of: ids).nats
      }.meanGap
    }
    #expect(gap([[0, 2, 3], [1, 2, 4], [0, 2, 3], [1, 2, 4]]) > 1)
    expectClose(gap([[0, 2, 3], [1, 2, 4], [0, 2, 4], [1, 2, 3]]), 0, within: 1e-6)
  }
}
