import Foundation
import NumericKernels
import Testing

@Suite("Cross-entropy") struct CrossEntropyTests {
  @Test("Equal logits have the loss log(columns)")
  func equalLogits() {
    var loss: [Float] = [0]
    var gradient: [Float] = [0, 0, 0, 0]
    Kernels.crossEntropy([5, 5, 5, 5], targets: [2], losses: &loss, gradient: &gradient, rows: 1, columns: 4)
    // log 4, and softmax minus the one-hot target.
    expectClose(loss, [1.386294361])
    #expect(gradient == [0.25, 0.25, -0.75, 0.25])
  }

  /// The definition, in doubles.
  private func exact(
    _ row: [Float], _ target: Int, _ smoothing: Double, _ weights: [Float]?
  ) -> (loss: Double, gradient: [Double]) {
    let probabilities = exactSoftmax(row)
    let weight = { (c: Int) in weights.map { Double($0[c]) } ?? 1 }
    let columns = Double(row.count)
    var loss = -(1 - smoothing) * weight(target) * log(probabilities[target])
    var total = (1 - smoothing) * weight(target)
    for c in row.indices {
      loss -= smoothing / columns * weight(c) * log(probabilities[c])
      total += smoothing / columns * weight(c)
    }
    let gradient = row.indices.map { c in
      total * probabilities[c] - smoothing / columns * weight(c) - (c == target ? (1 - smoothing) * weight(c) : 0)
    }
    return (loss, gradient)
  }

  @Test(
    "The definition, with smoothing and weights", arguments: Samples.shapes,
    [(0, false), (0.1, false), (0, true), (0.2, true)])
  func definition(shape: [Int], variant: (smoothing: Float, isWeighted: Bool)) {
    var samples = Samples()
    let (rows, columns) = (shape[0], shape[1])
    let logits = samples.floats(rows * columns, from: -6, to: 6)
    let weights = variant.isWeighted ? samples.floats(columns, from: 0.2, to: 2) : nil
    var targets = samples.indices(rows, below: columns)
    if rows > 2 { targets[1] = -100 }
    var losses = [Float](repeating: 0, count: rows)
    let gradient = output(logits.count) {
      Kernels.crossEntropy(
        logits, targets: targets, losses: &losses, gradient: $0, rows: rows, columns: columns,
        labelSmoothing: variant.smoothing, weights: weights)
    }
    let expected = zip(logits.rows(of: columns), targets).map { row, target in
      target < 0
        ? (0, Array(repeating: 0, count: columns)) : exact(row, target, Double(variant.smoothing), weights)
    }
    expectClose(losses, expected.map(\.0), millionths: 3)
    expectClose(gradient, expected.flatMap { $0.1 })

    // Without the gradient, and over the logits themselves: the same.
    var lossesAlone = losses.map { _ in Float(0) }
    Kernels.crossEntropy(
      logits, targets: targets, losses: &lossesAlone, gradient: nil, rows: rows, columns: columns,
      labelSmoothing: variant.smoothing, weights: weights)
    expectClose(lossesAlone, losses.map { Double($0) }, millionths: 2)
    let inPlace = output(logits.count) { place in
      place.update(from: logits, count: logits.count)
      Kernels.crossEntropy(
        place, targets: targets, losses: &losses, gradient: place, rows: rows, columns: columns,
        labelSmoothing: variant.smoothing, weights: weights)
    }
    #expect(inPlace == gradient)
    #expect(losses.count == rows)
  }

  @Test("A logit that is no number makes the loss none")
  func notANumber() {
    var loss: [Float] = [0]
    Kernels.crossEntropy([0, .nan, 1], targets: [0], losses: &loss, gradient: nil, rows: 1, columns: 3)
    #expect(loss[0].isNaN)
  }
}
