import NumericKernels
import Testing

/// A comparison, with Swift's operator.
struct ComparisonKernel: CustomTestStringConvertible, Sendable {
  typealias Kernel =
    @Sendable (UnsafePointer<Float>, Int, UnsafePointer<Float>, Int, UnsafeMutablePointer<UInt8>, Int) -> Void
  let testDescription: String
  let kernel: Kernel
  let holds: @Sendable (Float, Float) -> Bool

  static let all: [ComparisonKernel] = [
    .init(
      testDescription: "equal", kernel: { Kernels.equal($0, step: $1, $2, step: $3, into: $4, count: $5) },
      holds: { $0 == $1 }),
    .init(
      testDescription: "notEqual", kernel: { Kernels.notEqual($0, step: $1, $2, step: $3, into: $4, count: $5) },
      holds: { $0 != $1 }),
    .init(
      testDescription: "less", kernel: { Kernels.less($0, step: $1, $2, step: $3, into: $4, count: $5) },
      holds: { $0 < $1 }),
    .init(
      testDescription: "lessOrEqual", kernel: { Kernels.lessOrEqual($0, step: $1, $2, step: $3, into: $4, count: $5) },
      holds: { $0 <= $1 }),
    .init(
      testDescription: "greater", kernel: { Kernels.greater($0, step: $1, $2, step: $3, into: $4, count: $5) },
      holds: { $0 > $1 }),
    .init(
      testDescription: "greaterOrEqual",
      kernel: { Kernels.greaterOrEqual($0, step: $1, $2, step: $3, into: $4, count: $5) },
      holds: { $0 >= $1 }),
  ]
}

@Suite("Comparisons") struct ComparisonTests {
  @Test("Swift's operators", arguments: ComparisonKernel.all, BinaryTests.steps)
  func operators(comparison: ComparisonKernel, steps: [Int]) {
    var samples = Samples()
    for count in Samples.counts {
      // Few different values, so that many are equal; some are NaN.
      let values: [Float] = [0, -0.0, 1, 2, .nan, .infinity]
      let left = samples.indices(max(count * steps[0], 1), below: 6).map { values[$0] }
      let right = samples.indices(max(count * steps[1], 1), below: 6).map { values[$0] }
      var result = [UInt8](repeating: 7, count: count + 1)
      comparison.kernel(left, steps[0], right, steps[1], &result, count)
      #expect(
        result == (0..<count).map { comparison.holds(left[$0 * steps[0]], right[$0 * steps[1]]) ? 1 : 0 } + [7])
    }
  }

  @Test("A choice by a mask", arguments: [[1, 1, 1], [1, 1, 0], [1, 0, 1], [0, 1, 1], [2, 3, 1], [1, 0, 0]])
  func choice(steps: [Int]) {
    var samples = Samples()
    for count in Samples.counts {
      let mask = samples.indices(max(count * steps[0], 1), below: 3).map { UInt8($0) }
      let left = samples.floats(max(count * steps[1], 1))
      let right = samples.floats(max(count * steps[2], 1))
      let result = output(count) {
        Kernels.select(
          mask: mask, step: steps[0], left, step: steps[1], right, step: steps[2], into: $0, count: count)
      }
      #expect(
        result
          == (0..<count).map { mask[$0 * steps[0]] != 0 ? left[$0 * steps[1]] : right[$0 * steps[2]] })
    }
  }
}
