import CourseChecks
import Glassbox
import Testing

@Suite struct LowRank {
  let x = withRandomness(seed: 134) { Tensor.normal([3, 6]) }
  let weight = withRandomness(seed: 135) { Tensor.normal([5, 6]) }

  func start() throws -> (down: Tensor, up: Tensor) {
    let (down, up) = withRandomness(seed: 136) { loraStart(inputs: 6, outputs: 5, rank: 2) }
    try Check.shape(of: down, is: [2, 6], "down")
    try Check.shape(of: up, is: [5, 2], "up")
    return (down, up)
  }

  @Test("at first the layer gives what it gave before (1 point)") func startsAsItWas() throws {
    let (down, up) = try start()
    let got = lora(x, weight: weight, down: down, up: up, alpha: 4)
    try Check.close(got, to: x.matmul(weight.transposed()), within: 1e-5)
  }

  @Test("and still it can learn: up gets a slope (1 point)") func canLearn() throws {
    let (down, up) = try start()
    let slope = gradient(at: up) { lora(x, weight: weight, down: down, up: $0, alpha: 4).sum() }
    let size = abs(slope).max().doubleItem
    try Check.that(size > 1e-3, "the largest slope of up is \(size)")
  }

  @Test("the numbers of the lesson, with alpha 3 and rank 1, and with rank 2 (1 point)") func byHand() throws {
    let (one, input) = (Tensor([[1, 0], [0, 1]]), Tensor([[1, 1]]))
    let thin = lora(input, weight: one, down: Tensor([[1, 2]]), up: Tensor([[3], [0]]), alpha: 3)
    try Check.close(thin, to: Tensor([[28, 1]]), "rank 1")
    let thick = lora(
      input, weight: one, down: Tensor([[1, 2], [0, 1]]), up: Tensor([[3, 0], [0, 4]]), alpha: 3)
    try Check.close(thick, to: Tensor([[14.5, 7]]), "rank 2")
  }

  @Test("the merged weight does the same as both ways (1 point)") func mergingChangesNothing() throws {
    let (down, up) = withRandomness(seed: 137) { (Tensor.normal([2, 6]), Tensor.normal([5, 2])) }
    let merged = mergedWeight(weight, down: down, up: up, alpha: 6)
    try Check.shape(of: merged, is: [5, 6])
    let together = lora(x, weight: weight, down: down, up: up, alpha: 6)
    try Check.close(x.matmul(merged.transposed()), to: together, within: 1e-4)
  }

  @Test("12,288 of 589,824 are 2.08 % (1 point)") func share() throws {
    try Check.close(trainableShare(inputs: 768, outputs: 768, rank: 8), to: 0.0208333, within: 1e-6)
    try Check.close(trainableShare(inputs: 100, outputs: 50, rank: 3), to: 0.09, within: 1e-9)
  }
}
