import Randomness
import Testing

@testable import Evaluation

@Suite("Bootstrap") struct BootstrapIntervalTests {
  // 200 times 40 normal numbers around 3: the number of hits has a deviation of 3.1, and percentiles cover a little less
  // than they promise for so few numbers.
  @Test("About 95 of 100 intervals hold the truth") func coverage() {
    var generator = RandomGenerator(seed: 8)
    let hits = (0..<200).count { run in
      let numbers = generator.normal(count: 40, mean: 3).map(Double.init)
      return BootstrapInterval(of: numbers, samples: 200, seed: UInt64(run)).contains(3)
    }
    #expect((176...199).contains(hits))
  }

  @Test("The same seed gives the same bounds, more confidence wider ones") func seeds() {
    let numbers = (0..<30).map { Double($0 * $0 % 17) }
    let interval = BootstrapInterval(of: numbers, seed: 4)
    #expect(interval == BootstrapInterval(of: numbers, seed: 4))
    #expect(interval != BootstrapInterval(of: numbers, seed: 5))
    let wide = BootstrapInterval(of: numbers, confidence: 0.99, seed: 4)
    #expect(wide.lower < interval.lower && interval.upper < wide.upper)
    expectClose(interval.estimate, numbers.reduce(0, +) / 30)
  }

  @Test("Any statistic of any examples") func statistic() {
    let pairs = [("the cat sat", "the cat sat"), ("a dog ran", "the dog ran"), ("it is", "it was")]
    let interval = BootstrapInterval(of: pairs, samples: 50) { pairs in
      ChrF().score(pairs.map(\.0), references: pairs.map { [$0.1] })
    }
    #expect(interval.lower < interval.estimate && interval.estimate < interval.upper)
    #expect(BootstrapInterval(of: [2, 2, 2]).description == "2.0, between 2.0 and 2.0 with 95.0 % confidence")
  }
}
