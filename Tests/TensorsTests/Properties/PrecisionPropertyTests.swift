import Testing

@testable import Tensors

/// The fast loops over `Float` against the obvious ones over `Double`.
@Suite("Fast loops and obvious ones agree") struct PrecisionPropertyTests {
  @Test("On numbers of all kinds", arguments: UnaryOperation.functions)
  func functions(operation: UnaryOperation) {
    for seed in 0..<20 {
      var random = RandomTensors(seed: 13_000 + seed)
      // Longer than the vectors of any processor, and not a multiple of them.
      let x = random.specials([random.integer(1...100)])
      // For negative numbers gelu is a small rest of 1 - 1, which has few right digits in Float.
      let floor = operation.name.hasPrefix("gelu") ? 0.1 : 1e-30
      let fast = operation.apply(x)
      let obvious = operation.apply(x.converted(to: .double))
      for (index, (a, b)) in zip(fast.doubles, obvious.doubles).enumerated() {
        // What Double can hold may be too large or too small for Float.
        let rounded = Double(Float(b))
        let isClose =
          a == rounded || (a.isNaN && rounded.isNaN) || abs(a - rounded) <= 2e-6 * max(abs(rounded), floor)
          || (a == 0 && abs(b) < 2e-38)
        #expect(isClose, "\(x.floats[index]): \(a) and \(b)")
      }
    }
  }

  @Test("On rows", arguments: 0..<40)
  func rows(seed: Int) {
    var random = RandomTensors(seed: 14_000 + seed)
    let x = random.specials([3, random.integer(1...70)]).clipped(to: -80...80)
    let doubles = x.converted(to: .double)
    #expect(softmax(x).isClose(to: softmaxByHand(doubles), tolerance: 1e-6))
    #expect(logSoftmax(x).isClose(to: logSoftmaxByHand(doubles), tolerance: 1e-5))
    #expect(softmax(x).isClose(to: softmaxByHand(x), tolerance: 1e-6))
    #expect(logSumExp(x, axis: 1).isClose(to: logSumExp(doubles, axis: 1), tolerance: 1e-6))
    #expect(x.sum(axis: 1).isClose(to: doubles.sum(axis: 1), tolerance: 1e-5))
    #expect(x.sum(axis: 0).isClose(to: doubles.sum(axis: 0), tolerance: 1e-5))
    #expect(x.max(axis: 1).isClose(to: doubles.max(axis: 1), tolerance: 0))
    #expect(x.argmin(axis: 1) == doubles.argmin(axis: 1))
    #expect(x.norm(axis: 0).isClose(to: doubles.norm(axis: 0), tolerance: 1e-5))
  }

  @Test("On many numbers, which several threads share")
  func many() {
    let x = Tensor.arange(300_000).map { ($0 * 0.618).truncatingRemainder(dividingBy: 1) - 0.5 }
    let doubles = x.converted(to: .double)
    #expect(x.sum().isClose(to: doubles.sum(), tolerance: 1e-5))
    #expect((x + x).isClose(to: doubles + doubles, tolerance: 1e-7))
    #expect(exp(x).isClose(to: exp(doubles), tolerance: 1e-6))
    #expect((x .> 0) == (doubles .> 0))
    let table = x.reshaped(to: [300, 1_000])
    #expect(table.sum(axis: 0).isClose(to: table.converted(to: .double).sum(axis: 0), tolerance: 1e-5))
    #expect(table.transposed().contiguous().transposed() == table)
    #expect(softmax(table).sum(axis: 1).isClose(to: Tensor.ones([300]), tolerance: 1e-5))
    #expect(concatenated([table, table], axis: 1).sliced(1_000..., axis: 1) == table)
    // A column of a million tenths: adding one after the other in Float would be off by a hundredth.
    #expect(Tensor.full([1_000_000, 2], 0.1).sum(axis: 0).isClose(to: Tensor([100_000, 100_000]), tolerance: 1e-5))
  }
}
