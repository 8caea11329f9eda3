import CourseChecks
import Testing

@Suite struct PerplexityLaws {
  @Test("0.2, 0.5, 0.1 and 0.4 give 3.976354 (1 point)") func known() throws {
    try Check.close(perplexity(of: [0.2, 0.5, 0.1, 0.4]), to: 3.976354, within: 1e-6)
  }

  @Test("the same for all of V tokens gives V (1 point)") func evenly() throws {
    for size in [2, 10, 50_257] {
      let got = perplexity(of: Array(repeating: 1 / Double(size), count: 30))
      try Check.close(got / Double(size), to: 1.0, within: 1e-9, "\(size) tokens, perplexity divided by \(size)")
    }
  }

  @Test("who was certain and right each time has 1 (1 point)") func certain() throws {
    try Check.close(perplexity(of: [1, 1, 1]), to: 1.0, within: 1e-12)
  }

  @Test("an impossible token that comes makes it infinite (1 point)") func impossible() throws {
    try Check.equal(perplexity(of: [0.9, 0, 0.9]), .infinity)
  }

  @Test("100,000 tokens of 0.1 give 10 (1 point)") func long() throws {
    try Check.close(perplexity(of: Array(repeating: 0.1, count: 100_000)), to: 10.0, within: 1e-6)
  }

  @Test("the order does not matter, and a text twice is as hard as once (1 point)") func twice() throws {
    let text = [0.3, 0.02, 0.7, 1, 0.25]
    let once = perplexity(of: text)
    try Check.close(perplexity(of: text.reversed()), to: once, within: 1e-9, "backwards")
    try Check.close(perplexity(of: text + text), to: once, within: 1e-9, "twice")
    try Check.close(once, to: 3.942413, within: 1e-6, "0.3, 0.02, 0.7, 1 and 0.25")
  }
}
