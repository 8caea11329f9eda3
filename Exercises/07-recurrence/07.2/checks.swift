import CourseChecks
import Glassbox
import Testing

@Suite struct OneFactorForAll {
  func length(_ gradients: [Tensor]) -> Double {
    gradients.reduce(0.0) { $0 + ($1 * $1).sum().doubleItem }.squareRoot()
  }

  @Test("3 and 4 with the limit 1 (1 point)") func one() throws {
    let got = clipped([Tensor([3, 4])], toNorm: 1)
    try Check.equal(got.count, 1, "how many gradients come back")
    try Check.close(got[0], to: Tensor([0.6, 0.8]), within: 1e-4)
  }

  @Test("several gradients keep their direction together (2 points)") func direction() throws {
    let got = clipped([Tensor([[12]]), Tensor([3, 4])], toNorm: 1)
    try Check.equal(got.count, 2, "how many gradients come back")
    try Check.close(got[0], to: Tensor([[12.0 / 13]]), within: 1e-4, "the first gradient")
    try Check.close(got[1], to: Tensor([3.0 / 13, 4.0 / 13]), within: 1e-4, "the second gradient")
  }

  @Test("the whole is as long as the limit (1 point)") func limit() throws {
    let gradients = withRandomness(seed: 72) { [Tensor.normal([5, 4]), Tensor.normal([7]), Tensor.normal([2, 3, 2])] }
    try Check.close(length(clipped(gradients, toNorm: 2)), to: 2.0, within: 1e-4, "the norm of all")
  }

  @Test("what is short enough stays as it is (1 point)") func short() throws {
    let got = clipped([Tensor([0.3]), Tensor([0.4, 0])], toNorm: 1)
    try Check.equal(got.count, 2, "how many gradients come back")
    try Check.close(got[0], to: Tensor([0.3]), within: 1e-6, "the first gradient")
    try Check.close(got[1], to: Tensor([0.4, 0]), within: 1e-6, "the second gradient")
  }

  @Test("zeros stay zeros (1 point)") func zeros() throws {
    let got = clipped([Tensor([0, 0]), Tensor([0])], toNorm: 1)
    try Check.equal(got.count, 2, "how many gradients come back")
    try Check.close(got[0], to: Tensor([0, 0]), within: 1e-6, "the first gradient")
  }
}
