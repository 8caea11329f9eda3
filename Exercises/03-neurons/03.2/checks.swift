import CourseChecks
import Glassbox
import Testing

@Suite struct LossesOfShares {
  @Test("the mean squared error (1 point)") func squaredError() throws {
    try Check.close(articleSquaredError, to: 0.02, within: 6e-4)
  }

  @Test("the cross-entropy (1 point)") func entropyOfArticle() throws {
    try Check.close(articleCrossEntropy, to: 0.88687, within: 6e-4)
  }

  @Test("the cross-entropy of the best guess (1 point)") func lowest() throws {
    try Check.close(lowestCrossEntropy, to: 0.80182, within: 6e-4)
  }

  @Test("the formula: two halves, and no guess beats the truth (1 point)") func formula() throws {
    try Check.close(crossEntropyOfShares(right: [0.5, 0.5], guess: [0.5, 0.5]), to: 0.6931472)
    try Check.close(crossEntropyOfShares(right: [0.5, 0.5], guess: [0.25, 0.75]), to: 0.8369882)
    let right = [0.5, 0.3, 0.15, 0.05]
    let best = crossEntropyOfShares(right: right, guess: right)
    try Check.close(best, to: 1.1421202)
    for seed in 1...5 {
      let guess = withRandomness(seed: UInt64(seed)) { softmax(Tensor.normal([4])) }.doubles
      let loss = crossEntropyOfShares(right: right, guess: guess)
      try Check.that(loss > best, "a guess of \(guess) beats the right shares themselves")
    }
  }

  @Test("one right answer: the loss of the lesson, 0.417 (1 point)") func rightIsOne() throws {
    let guess = softmax(Tensor([2, 1, 0.1], dtype: .double)).doubles
    try Check.close(crossEntropyOfShares(right: [1, 0, 0], guess: guess), to: 0.4170300)
    let withZero = crossEntropyOfShares(right: [0, 1, 0], guess: [0, 0.5, 0.5])
    try Check.close(withZero, to: 0.6931472, "a guess with a 0 in it")
  }
}
