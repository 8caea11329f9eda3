import Testing

@testable import Charts

@Suite("Axes") struct AxisTests {
  @Test(
    "Marks stand at round numbers",
    arguments: [
      ([0, 10], ["0", "2", "4", "6", "8", "10"]),
      ([1.6, 4.2], ["1.5", "2.0", "2.5", "3.0", "3.5", "4.0", "4.5"]),
      ([-0.03, 0.09], ["-0.04", "-0.02", "0.00", "0.02", "0.04", "0.06", "0.08", "0.10"]),
      ([1234, 5678], ["1000", "2000", "3000", "4000", "5000", "6000"]),
      ([7, 7], ["2", "4", "6", "8", "10", "12"]),
      ([0, 3e9], ["0", "1e9", "2e9", "3e9"]),
      ([.nan, .infinity], ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ] as [([Double], [String])])
  func linear(numbers: [Double], labels: [String]) {
    #expect(Axis(covering: numbers).labels == labels)
  }

  @Test(
    "Marks for equal ratios are powers of ten, with twice and five times as much between them",
    arguments: [
      ([2.1, 2.3], ["2", "5"]),
      ([0.03, 4], ["0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5"]),
      ([1e-5, 10], ["1e-5", "1e-4", "0.001", "0.01", "0.1", "1", "10"]),
      ([1, 1], ["0.5", "1", "2"]),
      ([-1, 0], ["1", "2", "5", "10"]),
    ] as [([Double], [String])])
  func logarithmic(numbers: [Double], labels: [String]) {
    #expect(Axis(covering: numbers, scale: .logarithmic).labels == labels)
  }

  @Test("Whole numbers get no marks between them")
  func whole() {
    #expect(Axis(covering: [1, 2], isWhole: true).labels == ["1", "2"])
    #expect(Axis(covering: [3, 3], isWhole: true).labels == ["2", "3", "4"])
  }

  static let extremes: [[Double]] = [
    [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], [0, .leastNonzeroMagnitude], [3e-308, 4e-308],
    [1, 1 + 1e-15], [1e15, 1e15 + 1], [-1e300, 1e-300], [.leastNonzeroMagnitude, .greatestFiniteMagnitude], [0, 0],
  ]

  @Test("The marks cover all numbers, rise, differ in their words, and are not many", arguments: extremes)
  func covering(numbers: [Double]) {
    check(numbers, .linear)
    check(numbers, .logarithmic)
  }

  @Test("They do so for ranges of any size and place")
  func coveringAny() {
    for exponent in stride(from: -280, through: 280, by: 7) {
      for factor in [1.0, 1.37, 2.5, 4.999, 7.3, 9.99] {
        let low = factor * pow(10, exponent)
        for width in [1e-9, 0.013, 0.5, 3, 700] { check([low, low + low * width], .linear) }
        for width in [1.0, 3, 1e4, 1e15] { check([low, low * width], .logarithmic) }
      }
    }
  }

  private func pow(_ base: Double, _ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1) { power, _ in exponent < 0 ? power / base : power * base }
  }

  private func check(_ numbers: [Double], _ scale: ChartScale, _ location: SourceLocation = #_sourceLocation) {
    let axis = Axis(covering: numbers, scale: scale)
    #expect((2...24).contains(axis.ticks.count), "\(numbers) \(axis.ticks)", sourceLocation: location)
    #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0 < $1 }, "\(numbers)", sourceLocation: location)
    #expect(axis.ticks.allSatisfy { $0.isFinite }, sourceLocation: location)
    #expect(Set(axis.labels).count == axis.labels.count, "\(numbers) \(axis.labels)", sourceLocation: location)
    for number in numbers where scale == .linear || number >= 1e-300 {
      #expect(axis.range.contains(number), "\(numbers) \(axis.range)", sourceLocation: location)
      #expect(axis.share(number)?.isFinite == true, "\(number)", sourceLocation: location)
    }
  }

  @Test(
    "Numbers are short in sentences",
    arguments: [
      (0, "0"), (-0.0, "0"), (2, "2"), (0.1 + 0.2, "0.3"), (3.14159, "3.142"), (31.4159, "31.42"), (314.159, "314.2"),
      (31415.9, "31416"), (0.0123456, "0.0123"), (1.5e-7, "1.5e-7"), (-2.5e12, "-2.5e12"), (.nan, "nan"),
      (-.infinity, "-inf"), (.greatestFiniteMagnitude, "1.8e308"), (.leastNonzeroMagnitude, "4.94e-324"),
    ] as [(Double, String)])
  func brief(number: Double, words: String) { #expect(number.brief == words) }
}
