import CourseChecks
import Glassbox
import Testing

@Suite struct ScoresOfAnySize {
  @Test("the numbers of the lesson, in two rows (1 point)") func numbers() throws {
    let got = stableSoftmax(Tensor([[2, 1, 0.1], [0, 0, 0]]))
    let third = 1.0 / 3
    try Check.close(got, to: Tensor([[0.659001, 0.242433, 0.098566], [third, third, third]]))
  }

  @Test("each row sums to 1, also of [2, 3, 4] (1 point)") func rowsSumToOne() throws {
    let scores = withRandomness(seed: 1) { Tensor.normal([2, 3, 4]) * 5 }
    let got = stableSoftmax(scores)
    try Check.shape(of: got, is: [2, 3, 4], "the shares")
    try Check.close(got.sum(axis: -1), to: Tensor.ones([2, 3]), "the sums of the rows")
  }

  @Test("scores of 10,000, of −10,000 and of −∞ (1 point)") func large() throws {
    try Check.close(stableSoftmax(Tensor([10_001, 10_000])), to: Tensor([0.731059, 0.268941]))
    try Check.close(stableSoftmax(Tensor([-10_000, -10_001])), to: Tensor([0.731059, 0.268941]))
    try Check.close(stableSoftmax(Tensor([0, -Float.infinity, 0])), to: Tensor([0.5, 0, 0.5]))
  }

  @Test("rows that are far apart (1 point)") func rowsApart() throws {
    let got = stableSoftmax(Tensor([[5000, 5001], [-5000, -5001]]))
    try Check.close(got, to: Tensor([[0.268941, 0.731059], [0.731059, 0.268941]]))
  }

  @Test("ln Σ eˣ of small scores (1 point)") func logNumbers() throws {
    // ln 3, and ln (e² + e¹ + e⁰·¹).
    let got = stableLogSumExp(Tensor([[0, 0, 0], [2, 1, 0.1]]))
    try Check.close(got, to: Tensor([1.098612, 2.417030]))
    try Check.shape(of: stableLogSumExp(Tensor.zeros([2, 3, 4])), is: [2, 3])
  }

  @Test("ln Σ eˣ of scores of 10,000 and −10,000 (1 point)") func logLarge() throws {
    // ln 2 above the larger one: 0.693 of 10,000, so the difference is compared.
    let (high, low) = (stableLogSumExp(Tensor([10_000, 10_000])), stableLogSumExp(Tensor([-10_000, -10_000])))
    try Check.close(high.doubleItem - 10_000, to: 0.693147, within: 2e-3, "above 10,000")
    try Check.close(low.doubleItem + 10_000, to: 0.693147, within: 2e-3, "above −10,000")
  }
}
