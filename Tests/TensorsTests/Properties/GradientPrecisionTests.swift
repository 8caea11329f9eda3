import Testing

@testable import Tensors

/// The ways back over `Float`, many of which are loops of their own, against those over `Double`, which
/// ``GradientCheck`` holds against slopes.
@Suite("Fast gradients and obvious ones agree") struct GradientPrecisionTests {
  /// Compares the gradients of a function for a random upstream gradient. 1e-5 is some dozens of units in the last place of a
  /// `Float`: a sum of 70 products, whose slopes are a few times as large.
  private func expectAgreement(
    _ inputs: [Tensor], _ random: inout RandomTensors, tolerance: Double = 1e-5, _ comment: String = "",
    _ function: ([Tensor]) -> Tensor
  ) {
    let result = withoutGradients { function(inputs) }
    let upstream = random.normals(result.shape)
    func gradients(_ dtype: DType) -> [Tensor] {
      let points = inputs.map { $0.converted(to: dtype).asParameter() }
      return function(points).gradients(at: points, upstream.converted(to: dtype))
    }
    for (fast, obvious) in zip(gradients(.float), gradients(.double)) {
      #expect(fast.dtype == .float && obvious.dtype == .double)
      #expect(fast.isClose(to: obvious, tolerance: tolerance), "\(comment) \(inputs.map(\.shape)): \(fast) \(obvious)")
    }
  }

  @Test("Number by number, wherever the numbers lie", arguments: UnaryOperation.functions)
  func functions(operation: UnaryOperation) {
    for seed in 0..<20 {
      var random = RandomTensors(seed: 16_000 + seed)
      // Longer than the vectors of any processor, and not a multiple of them; quarters meet the kinks.
      let flat = random.view([random.integer(1...100)]) { $0.normals($1) }
      let blocks = random.view(random.shape()) { $0.quarters($1) }
      for x in [flat, 20 * flat, 0.01 * flat, blocks] {
        expectAgreement([x], &random) { operation.apply($0[0]) }
      }
    }
  }

  @Test("Of many numbers, which several threads share", arguments: UnaryOperation.functions)
  func many(operation: UnaryOperation) {
    var random = RandomTensors(seed: 17_000)
    let numbers = random.normals([331])
    let x = concatenated(Array(repeating: numbers, count: 151))
    expectAgreement([x], &random) { operation.apply($0[0]) }
  }

  @Test("Of two tensors, with ties", arguments: PairOperation.all.prefix(7) + PairOperation.all.suffix(1))
  func pairs(operation: PairOperation) {
    for seed in 0..<20 {
      var random = RandomTensors(seed: 18_000 + seed)
      let shape = random.shape(1...3)
      let left = random.view(shape) { $0.quarters($1) }
      let right = random.view(shape.map { random.integer(0...3) == 0 ? 1 : $0 }) { $0.quarters($1) }
      expectAgreement([left, right], &random, "\(operation)") { operation.apply($0[0], $0[1]) }
    }
  }

  @Test("Along an axis", arguments: 0..<30)
  func axes(seed: Int) {
    var random = RandomTensors(seed: 19_000 + seed)
    for axis in 0..<3 {
      var shape = [2, 3, 2]
      shape[axis] = random.integer(1...70)
      let x = random.view(shape) { $0.normals($1) }
      for (operation, _) in UnaryOperation.along(axis) where !operation.name.hasPrefix("product") {
        // Truth values and places have no slopes.
        guard operation.apply(x.asParameter()).isOnTape else { continue }
        expectAgreement([x], &random, "\(operation)") { operation.apply($0[0]) }
      }
      // As many numbers of a size near 1 as stay a product near 1.
      let factors = random.view(shape.map { Swift.min($0, 9) }) { $0.normals($1).clipped(to: -1.5...1.5) }
      expectAgreement([factors], &random, "product") { $0[0].product(axis: axis, keepDims: true) }
    }
  }

  @Test("Of softmax with numbers that are far apart or not there", arguments: 0..<20)
  func rows(seed: Int) {
    var random = RandomTensors(seed: 21_000 + seed)
    let x = random.view([3, random.integer(1...70)]) { $0.normals($1) * 30 }
    let masked = x.filled(with: -.infinity, where: x .> 40)
    for x in [x, masked, x.transposed()] {
      expectAgreement([x], &random, "softmax") { softmax($0[0], axis: x.shape[0] == 3 ? 1 : 0) }
      expectAgreement([x], &random, "logSumExp") { logSumExp($0[0], axis: x.shape[0] == 3 ? 1 : 0) }
    }
    // The log of what is not there is -∞, of which there is no sum.
    expectAgreement([x], &random, "logSoftmax") { logSoftmax($0[0]) }
    let table = random.normals([257, 131])
    expectAgreement([table], &random, "softmax of many rows") { softmax($0[0]) }
    expectAgreement([table], &random, "logSoftmax of many rows") { logSoftmax($0[0]) }
  }

  @Test("Of the largest and smallest, of equal ones and of what is no number", arguments: 0..<20)
  func extremes(seed: Int) {
    var random = RandomTensors(seed: 22_000 + seed)
    for values in [[0, 1, 2], [-1, -0.5], [0, .nan, 3, -.infinity]] as [[Double]] {
      let x = random.view(random.shape(1...3, isEmptyAllowed: false) + [random.integer(1...40)]) { random, shape in
        Tensor((0..<shape.reduce(1, *)).map { _ in random.element(of: values) }, shape: shape)
      }
      let axis = random.axis(of: x.shape)
      expectAgreement([x], &random, "max") { $0[0].max(axis: axis) }
      expectAgreement([x], &random, "min") { $0[0].min(axis: axis, keepDims: true) }
      expectAgreement([x], &random, "max of all") { $0[0].max() }
      expectAgreement([x], &random, "min of axes") { $0[0].min(axes: [axis], keepDims: true) }
    }
  }

  @Test("Of rows that are picked and added to", arguments: 0..<20)
  func scattering(seed: Int) {
    var random = RandomTensors(seed: 23_000 + seed)
    let (rows, columns, count) = (random.integer(1...9), random.integer(1...37), random.integer(1...70))
    let table = random.view([rows, columns]) { $0.normals($1) }
    let added = random.view([count, columns]) { $0.normals($1) }
    let places = Tensor(indices: (0..<count).map { _ in random.integer(0...rows - 1) })
    let each = places.unsqueezed(1).broadcast(to: [count, columns])
    expectAgreement([table, added], &random, "scatterAdding") { $0[0].scatterAdding($0[1], at: each, axis: 0) }
    expectAgreement([table], &random, "gather") { $0[0].gather(each, axis: 0) }
    expectAgreement([table], &random, "selecting") { $0[0].selecting(places) }
    expectAgreement([table.transposed()], &random, "selecting columns") { $0[0].selecting(places, axis: 1) }
    let turned = (table.transposed(), added.transposed(), each.transposed())
    expectAgreement([turned.0, turned.1], &random, "scatterAdding to columns") {
      $0[0].scatterAdding($0[1], at: turned.2, axis: 1)
    }
  }

  @Test("Of products of matrices that lie anyhow", arguments: 0..<20)
  func products(seed: Int) {
    var random = RandomTensors(seed: 24_000 + seed)
    let (rows, inner, columns) = (random.integer(1...33), random.integer(1...33), random.integer(1...33))
    let left = random.view([2, rows, inner]) { $0.normals($1) }
    let right = random.view([inner, columns]) { $0.normals($1) }
    expectAgreement([left, right], &random) { $0[0].matmul($0[1]) }
    expectAgreement([left[0], right], &random) { $0[0].matmul($0[1]) }
  }
}
