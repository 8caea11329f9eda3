import CourseChecks
import Glassbox
import Testing

@Suite struct WarmUpAndGlide {
  private func rate(_ step: Int) -> Double { learningRate(at: step, peak: 1, minimum: 0.1, warmUp: 7, steps: 21) }

  @Test("the warm-up is a straight line from 0 (1 point)") func rise() throws {
    for (step, expected) in [(0, 0.0), (1, 1 / 7.0), (5, 5 / 7.0)] {
      try Check.close(rate(step), to: expected, within: 1e-9, "step \(step)")
    }
  }

  @Test("the top, after the warm-up, is the peak (1 point)") func top() throws {
    try Check.close(rate(7), to: 1.0, within: 1e-9, "step 7")
    try Check.close(
      learningRate(at: 0, peak: 0.5, minimum: 0, warmUp: 0, steps: 10), to: 0.5, within: 1e-9, "step 0, no warm-up")
  }

  @Test("the middle is halfway down (1 point)") func middle() throws {
    try Check.close(rate(14), to: 0.55, within: 1e-9, "step 14")
  }

  @Test("the wave is steep in its middle and flat at both ends (1 point)") func wave() throws {
    let schedule = CosineSchedule(peak: 1, minimum: 0.1, warmUp: 7, steps: 21)
    for step in [9, 11, 17, 20] {
      try Check.close(rate(step), to: schedule.learningRate(at: step), within: 1e-9, "step \(step)")
    }
  }

  @Test("the end and everything after it is the minimum (1 point)") func end() throws {
    for step in [21, 25, 40] { try Check.close(rate(step), to: 0.1, within: 1e-9, "step \(step)") }
  }
}
