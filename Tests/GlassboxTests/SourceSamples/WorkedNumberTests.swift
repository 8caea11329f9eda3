import Foundation
import Glassbox
import Testing

/// The numbers that the articles for beginners work out by hand, computed again. Where an article is wrong, the comment says
/// what it prints.
@Suite("Worked numbers of the articles") struct WorkedNumberTests {
  private let matrix = Tensor([[0, 1, 0], [1, 0, 1], [0, 1, 0]])
  private let weight = Tensor([[1, 0, 1], [0, 1, 0], [1, 1, 0]])

  // Printed: [0, 1, 1]. The product with [1, 0, 0] is the first column; no way of counting gives [0, 1, 1].
  @Test("An embedding by a product with one-hot numbers is a column: [0, 1, 0]")
  func embedding() {
    #expect(matrix.matmul(Tensor([1, 0, 0])) == Tensor([0, 1, 0]))
    // Counted from 0, index 1 is the second column.
    #expect(
      matrix.matmul(Tensor.oneHot(Tensor(indices: [1]), classes: 3)[0].converted(to: .float)) == Tensor([1, 0, 1]))
    #expect((0..<3).allSatisfy { matrix.transposed()[$0] != Tensor([0, 1, 1]) })
  }

  // Printed: logits [1, 2, 2] for the embedding [0, 1, 1]; they are those of the right one, [0, 1, 0].
  @Test("The scores of the layer behind it")
  func scores() {
    #expect(weight.matmul(Tensor([0, 1, 1])) + 1 == Tensor([2, 2, 2]))
    #expect(weight.matmul(Tensor([0, 1, 0])) + 1 == Tensor([1, 2, 2]))
  }

  // Printed: [0.25, 0.5, 0.25]. Equal scores have equal shares.
  @Test("The softmax of 1, 2, 2 is 0.1554, 0.4223, 0.4223")
  func shares() {
    #expect(softmax(Tensor([1, 2, 2])).isClose(to: Tensor([0.1554, 0.4223, 0.4223]), tolerance: 1e-4))
    #expect(softmax(Tensor([2, 2, 2])).isClose(to: Tensor([1.0 / 3, 1.0 / 3, 1.0 / 3]), tolerance: 1e-6))
  }

  // Printed: 1, 1, 1 and 0.33 each, which is right but for the rounding.
  @Test("Scores and shares of the article's attention")
  func attention() {
    #expect(matrix.matmul(Tensor([0, 1, 1])) == Tensor([1, 1, 1]))
    #expect(softmax(Tensor([1, 1, 1])).isClose(to: Tensor([0.3333, 0.3333, 0.3333]), tolerance: 1e-4))
    // With the right hidden state: 1, 0, 1.
    let shares = softmax(matrix.matmul(Tensor([0, 1, 0])))
    #expect(shares.isClose(to: Tensor([0.4223, 0.1554, 0.4223]), tolerance: 1e-4))
  }

  // Printed: 0.0667, which is 0.2 / 3.
  @Test("The mean squared error of the example is 0.02")
  func squaredError() {
    let loss = meanSquaredError(Tensor([0.5, 0.3, 0.2]), Tensor([0.7, 0.2, 0.1]))
    #expect(loss.isClose(to: Tensor(0.02), tolerance: 1e-6))
  }

  // Printed: 0.342, which is less than the entropy of the targets, so it cannot be.
  @Test("The cross-entropy of the example is 0.8869 nats: the entropy 0.8018 and a divergence of 0.0851")
  func entropy() {
    let (prediction, target) = (Tensor([[0.5, 0.3, 0.2]]), Tensor([[0.7, 0.2, 0.1]]))
    let loss = crossEntropy(log(prediction), probabilities: target).doubleItem
    let lowest = crossEntropy(log(target), probabilities: target).doubleItem
    let divergence = klDivergence(log(prediction), target).doubleItem
    #expect(Swift.abs(loss - 0.8869) < 1e-4 && Swift.abs(lowest - 0.8018) < 1e-4)
    #expect(Swift.abs(divergence - 0.0851) < 1e-4 && Swift.abs(loss - lowest - divergence) < 1e-5)
    #expect(Swift.abs(loss / log(2) - 1.2796) < 1e-4 && Swift.abs(loss / log(10) - 0.3852) < 1e-4)
    #expect(Swift.abs(exp(loss) - 2.428) < 1e-3 && lowest > 0.342)
  }

  @Test(
    "A higher temperature makes shares more equal",
    arguments: [
      (0.5, [0.864, 0.117, 0.019]), (0.7, [0.766, 0.184, 0.051]), (1.0, [0.659, 0.242, 0.099]),
      (2.0, [0.502, 0.304, 0.194]),
      (10.0, [0.366, 0.331, 0.303]),
    ])
  func temperature(degree: Double, shares: [Double]) {
    var scores: [Float] = [2, 1, 0.1]
    Temperature(degree).apply(to: &scores, context: [])
    #expect(softmax(Tensor(scores.map(Double.init))).isClose(to: Tensor(shares), tolerance: 6e-4))
  }

  // The articles divide by √d and do not say why.
  @Test(
    "Products of random queries and keys spread by √d, and by 1 once they are divided by it",
    arguments: [4, 16, 64, 256])
  func spread(size: Int) {
    let (query, key) = (
      Tensor.normal([400, size], random: RandomSource(seed: 1)),
      Tensor.normal([400, size], random: RandomSource(seed: 2))
    )
    let products = query.matmul(key.transposed()).flattened()
    let deviation = products.standardDeviation(axis: 0).item
    #expect(Swift.abs(deviation / Float(size).squareRoot() - 1) < 0.1)
  }
}
