import NumericKernels
import Testing

@Suite("Cross-entropy") struct CrossEntropyTests {
  @Test("Equal logits have the loss log(columns)")
  func equalLogits() {
    var loss: [Float] = [0]
    var gradient: [Float] = [0, 0, 0, 0]
    Kernels.crossEntropy(
      [5, 5, 5, 5], targets: [2], losses: &loss, gradient: &gradient, rows: 1, columns: 4)
    // log 4, and softmax minus the one-hot target.
    #expect(abs(loss[0] - 1.3862944) < 1e-6)
    #expect(gradient == [0.25, 0.25, -0.75, 0.25])
  }
}
