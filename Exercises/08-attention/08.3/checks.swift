import CourseChecks
import Glassbox
import Testing

@Suite struct WhyTheRoot {
  @Test("plain scores spread as √size: 2, 4, 8, 16, 32 (1 point)") func plainGrows() throws {
    for (size, expected) in [(4, 2.0), (16, 4), (64, 8), (256, 16), (1024, 32)] {
      let spread = withRandomness(seed: 83) { scoreSpread(size: size) }
      try Check.close(spread.plain / expected, to: 1, within: 0.08, "size \(size), spread divided by √size")
    }
  }

  @Test("scaled scores spread by 1 at every size (1 point)") func scaledStays() throws {
    for size in [4, 64, 1024] {
      let spread = withRandomness(seed: 84) { scoreSpread(size: size) }
      try Check.close(spread.scaled, to: 1, within: 0.08, "size \(size)")
    }
  }

  @Test("the same for all of 8 tokens is ln 8 (1 point)") func entropyOfMany() throws {
    try Check.close(entropy(of: [Double](repeating: 0.125, count: 8)), to: 2.0794415, within: 1e-5)
  }

  @Test("everything for one token is 0 (1 point)") func entropyOfOne() throws {
    try Check.close(entropy(of: [0, 1, 0]), to: 0.0, within: 1e-6)
  }
}
