import CourseChecks
import Glassbox
import Testing

@Suite struct Temperature {
  let scores = Tensor([2, 1, 0.1])

  @Test("they sum to 1 at every temperature (1 point)") func sum() throws {
    for temperature in [0.3, 1, 7] {
      try Check.close(
        probabilities(of: scores, temperature: temperature).sum().doubleItem, to: 1.0, "temperature \(temperature)")
    }
  }

  @Test("the table for 0.5 and 2 (1 point)") func table() throws {
    try Check.close(
      probabilities(of: scores, temperature: 0.5), to: Tensor([0.8638, 0.1169, 0.0193]), within: 1e-3, "0.5")
    try Check.close(
      probabilities(of: scores, temperature: 2), to: Tensor([0.5017, 0.3043, 0.1940]), within: 1e-3, "2")
  }

  @Test("very hot, all are alike (1 point)") func hot() throws {
    let third = Tensor.full([3], 1.0 / 3)
    try Check.close(probabilities(of: scores, temperature: 1e6), to: third, within: 1e-4)
  }

  @Test("at 0 the highest gets everything (1 point)") func zero() throws {
    try Check.close(probabilities(of: Tensor([0.1, 2, 1]), temperature: 0), to: Tensor([0, 1, 0]))
  }
}
