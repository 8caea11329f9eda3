import CourseChecks
import Glassbox
import Testing

@Suite struct BackThroughTime {
  /// What the tape gives, in double precision.
  func tape(_ inputs: [Double], _ w: Double, _ u: Double) -> (w: Double, u: Double) {
    let points = [Tensor(w, dtype: .double), Tensor(u, dtype: .double)]
    let slopes = valueAndGradients(at: points) { weights in
      inputs.reduce(Tensor(0, dtype: .double)) { Glassbox.tanh(weights[0] * $1 + weights[1] * $0) }
    }.gradients
    return (slopes[0].doubleItem, slopes[1].doubleItem)
  }

  @Test("the state fades: 0.762, 0.363, 0.180 (1 point)") func forward() throws {
    try Check.close(lastState(inputs: [1], w: 1, u: 0.5), to: 0.761594, within: 1e-5)
    try Check.close(lastState(inputs: [1, 0, 0], w: 1, u: 0.5), to: 0.179726, within: 1e-5)
  }

  @Test("one step (1 point)") func oneStep() throws {
    let got = slopesThroughTime(inputs: [1], w: 1, u: 0.5)
    try Check.close([got.w, got.u], to: [0.419974, 0], within: 1e-5, "the slopes at w and u")
  }

  @Test("two steps with an input at the second only (1 point)") func lateInput() throws {
    let expected = tape([0, 2], 0.5, 0.8)
    let got = slopesThroughTime(inputs: [0, 2], w: 0.5, u: 0.8)
    try Check.close([got.w, got.u], to: [expected.w, expected.u], within: 1e-6, "the slopes at w and u")
  }

  @Test("two steps with an input at the first only (1 point)") func earlyInput() throws {
    let expected = tape([2, 0], 0.5, 1)
    let got = slopesThroughTime(inputs: [2, 0], w: 0.5, u: 1)
    try Check.close(got.w, to: expected.w, within: 1e-6, "the slope at w")
  }

  @Test("thirty steps, as the tape gives them (2 points)") func manySteps() throws {
    let inputs = (0..<30).map { Double(($0 * 7 + 3) % 11) / 11 - 0.4 }
    let expected = tape(inputs, 0.7, 1.2)
    let got = slopesThroughTime(inputs: inputs, w: 0.7, u: 1.2)
    try Check.close([got.w, got.u], to: [expected.w, expected.u], within: 1e-6, "the slopes at w and u")
  }
}
