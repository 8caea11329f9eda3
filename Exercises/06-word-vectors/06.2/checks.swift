import CourseChecks
import Glassbox
import Testing

@Suite struct TheGame {
  let vector = Tensor([1, 0])
  let positive = Tensor([1, 5])
  let negatives = Tensor([[-1, 2], [0, 3]])

  @Test("products 1, −1 and 0 cost 1.3197 (1 point)") func loss() throws {
    try Check.close(samplingLoss(vector: vector, positive: positive, negatives: negatives), to: 1.319671, within: 1e-5)
  }

  @Test("products of 200 cost 200 where they are wrong, 0 where they are right (1 point)") func large() throws {
    let far = Tensor([-200, 0])
    let bad = samplingLoss(vector: vector, positive: far, negatives: Tensor([[200, 1]]))
    try Check.close(bad, to: 400.0, within: 1e-5, "both wrong")
    let good = samplingLoss(vector: vector, positive: -far, negatives: Tensor([[-200, 1]]))
    try Check.close(good, to: 0.0, within: 1e-5, "both right")
  }

  @Test("the slope at the word's own vector (1 point)") func ownSlope() throws {
    let got = samplingSlopes(vector: vector, positive: positive, negatives: negatives).vector
    try Check.close(got, to: Tensor([-0.537883, 0.693176]), within: 1e-5)
  }

  @Test("the slope at the true neighbour (1 point)") func positiveSlope() throws {
    let got = samplingSlopes(vector: vector, positive: positive, negatives: negatives).positive
    try Check.close(got, to: Tensor([-0.268941, 0]), within: 1e-5)
  }

  @Test("the slopes at the drawn words (1 point)") func negativeSlopes() throws {
    let got = samplingSlopes(vector: vector, positive: positive, negatives: negatives).negatives
    try Check.close(got, to: Tensor([[0.268941, 0], [0.5, 0]]), within: 1e-5)
  }

  @Test("a drawn word that comes twice counts twice (1 point)") func sameTwice() throws {
    let twice = Tensor([[0, 3], [0, 3]])
    let one = samplingSlopes(vector: vector, positive: positive, negatives: Tensor([[0, 3]])).vector
    let got = samplingSlopes(vector: vector, positive: positive, negatives: twice).vector
    try Check.close(got - one, to: Tensor([0, 1.5]), within: 1e-5)
  }
}
