import Foundation
import NumericKernels
import Testing

@Suite("One head's attention") struct AttentionTests {
  @Test(
    "With gaps between the rows, and numbers of rows around the width of a vector",
    arguments: [(1, 1), (1, 64), (2, 3), (7, 7), (14, 15), (16, 16), (17, 9), (33, 28), (64, 64)], [16, 32, 48, 128])
  func attention(shape: (rows: Int, keys: Int), size: Int) {
    expectExact(rows: shape.rows, keys: shape.keys, size: size, scale: 0.25)
  }

  @Test("With a scale that turns the order around, and with none", arguments: [-0.5, 0] as [Float])
  func scales(scale: Float) { expectExact(rows: 5, keys: 11, size: 16, scale: scale) }

  @Test("Scores of any size give weights")
  func hugeScores() {
    // The second key has by far the greatest score, or after turning around the smallest.
    let key = [0, 1e15, -2].flatMap { Array(repeating: Float($0), count: 16) }
    let value = [0, 1, 2].flatMap { Array(repeating: Float($0), count: 16) }
    for (scale, wanted) in [(1, 1), (-1, 2)] as [(Float, Double)] {
      let result = attended(
        Array(repeating: 1e10, count: 16), key, value, stride: 16, rows: 1, keys: 3, size: 16, scale: scale)
      expectClose(result, Array(repeating: wanted, count: 16))
    }
  }

  @Test("Many keys, and sizes that are no multiple of 16, are for others")
  func sizes() {
    #expect(Kernels.canAttend(keys: 64, size: 32) && Kernels.canAttend(keys: 1, size: 128))
    #expect(!Kernels.canAttend(keys: 65, size: 32) && !Kernels.canAttend(keys: 0, size: 32))
    #expect(!Kernels.canAttend(keys: 8, size: 24) && !Kernels.canAttend(keys: 8, size: 144))
    #expect(!Kernels.canAttend(keys: 8, size: 0))
  }

  private func expectExact(rows: Int, keys: Int, size: Int, scale: Float) {
    var samples = Samples()
    let stride = size + 3
    let (query, key, value) = (
      samples.floats(rows * stride, from: -1, to: 1), samples.floats(keys * stride), samples.floats(keys * stride)
    )
    let result = attended(query, key, value, stride: stride, rows: rows, keys: keys, size: size, scale: scale)
    let exact = (0..<rows).flatMap { row -> [Double] in
      let scores = (0..<keys).map { other in
        (0..<size).reduce(0.0) { $0 + Double(query[row * stride + $1]) * Double(key[other * stride + $1]) }
      }
      let greatest = scores.map { Double(scale) * $0 }.max() ?? 0
      let weights = scores.map { exp(Double(scale) * $0 - greatest) }
      let sum = weights.reduce(0, +)
      let mixed = (0..<size).map { column in
        (0..<keys).reduce(0.0) { $0 + weights[$1] / sum * Double(value[$1 * stride + column]) }
      }
      return mixed + Array(repeating: 7, count: 3)
    }
    // Scores are sums of up to 128 products of size 1.
    expectClose(result, exact, millionths: 20)
  }

  /// Rows of the result have gaps too, which stay at 7.
  private func attended(
    _ query: [Float], _ key: [Float], _ value: [Float], stride: Int, rows: Int, keys: Int, size: Int, scale: Float
  ) -> [Float] {
    output(rows * stride) { target in
      target.update(repeating: 7, count: rows * stride)
      withPlaces(query, key, value) { query, key, value in
        Kernels.attend(
          KernelRows(start: query, stride: stride), KernelRows(start: key, stride: stride),
          KernelRows(start: value, stride: stride), into: target, stride: stride, rows: rows, keys: keys, size: size,
          scale: scale)
      }
    }
  }

  /// Arrays lie still while they are arguments.
  private func withPlaces(
    _ first: UnsafePointer<Float>, _ second: UnsafePointer<Float>, _ third: UnsafePointer<Float>,
    _ body: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafePointer<Float>) -> Void
  ) { body(first, second, third) }
}
