import Foundation
import NumericKernels
import Testing

@Suite("The weights of attention") struct MaskedSoftmaxTests {
  @Test("Only what is visible counts", arguments: Samples.shapes, [0.125, 1, -0.5] as [Float])
  func visible(shape: [Int], scale: Float) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    var scores = samples.floats(rows * columns)
    let upstream = samples.floats(rows * columns)
    let visible = samples.indices(rows, below: columns + 1)
    // What lies beyond must not matter, not even when it is no number.
    for i in 0..<rows { for j in visible[i]..<columns { scores[i * columns + j] = .nan } }
    let exact: [Double] = zip(scores.rows(of: columns), visible).flatMap { row, count in
      exactSoftmax(Array(row.prefix(count)), scale: Double(scale)) + Array(repeating: 0, count: columns - count)
    }
    let weights = output(scores.count) { place in
      place.update(from: scores, count: scores.count)
      Kernels.maskedSoftmax(place, visible: visible, scale: scale, rows: rows, columns: columns)
    }
    expectClose(weights, exact)

    let gradient = output(scores.count) {
      Kernels.maskedSoftmaxBackward(
        upstream: upstream, result: weights, visible: visible, scale: scale, into: $0, rows: rows, columns: columns)
    }
    var exactGradient: [Double] = []
    for (weights, upstream) in zip(exact.rows(of: columns), upstream.rows(of: columns)) {
      let mean = zip(weights, upstream).reduce(0.0) { $0 + $1.0 * Double($1.1) }
      exactGradient += zip(weights, upstream).map { Double(scale) * $0 * (Double($1) - mean) }
    }
    expectClose(gradient, exactGradient, millionths: 3)
  }

  @Test(
    "Scores of any size give weights", arguments: [1e10, 1e30, -1e30] as [Float], [0.125, 0.17677669, -0.5] as [Float])
  func hugeScores(size: Float, scale: Float) {
    // 1 + 2⁻²³ is the next number: the difference is exact, while each score times the scale is rounded.
    let scores = (0..<40).map { size * (1 + Float($0 % 7) * 0x1p-23) }
    let weights = output(40) { place in
      place.update(from: scores, count: 40)
      Kernels.maskedSoftmax(place, visible: [40], scale: scale, rows: 1, columns: 40)
    }
    expectClose(weights, exactSoftmax(scores, scale: Double(scale)))
  }

  @Test("Causal attention, by hand")
  func causal() {
    // Equal scores: each row spreads its weight evenly over itself and what came before.
    let weights = output(9) { place in
      place.update(repeating: 4, count: 9)
      Kernels.maskedSoftmax(place, visible: [1, 2, 3], scale: 0.5, rows: 3, columns: 3)
    }
    expectClose(weights, [1, 0, 0, 1.0 / 2, 1.0 / 2, 0, 1.0 / 3, 1.0 / 3, 1.0 / 3])
  }
}
