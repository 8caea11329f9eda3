import Testing

@testable import Tensors

/// How the numbers of a tensor lie in memory must change nothing. Each seed stands for other shapes and other views.
@Suite("An operation on a view is the same as on a copy") struct ViewPropertyTests {
  @Test("Of functions number by number and of moves", arguments: UnaryOperation.functions + UnaryOperation.moves)
  func unary(operation: UnaryOperation) {
    for seed in 0..<60 {
      var random = RandomTensors(seed: seed)
      let dtype = random.element(of: [DType.float, .double])
      let view = random.view(random.shape()) { $0.specials($1, dtype) }
      let copy = Tensor(view.doubles, shape: view.shape, dtype: dtype)
      #expect(
        operation.apply(view).equals(operation.apply(copy), dtype == .float ? 1e-6 : 1e-14),
        "seed \(seed), \(view.shape) with strides \(view.strides)")
    }
  }

  @Test("Of operations along an axis", arguments: 0..<150)
  func alongAxes(seed: Int) {
    var random = RandomTensors(seed: 1_000 + seed)
    let dtype = random.element(of: [DType.float, .double])
    let view = random.view(random.shape(1...4)) { $0.specials($1, dtype) }
    let copy = Tensor(view.doubles, shape: view.shape, dtype: dtype)
    let axis = random.axis(of: view.shape)
    for (operation, needsNumbers) in UnaryOperation.along(axis)
    where !needsNumbers || view.shape[view.resolvedAxis(axis)] > 0 {
      #expect(
        operation.apply(view).equals(operation.apply(copy), dtype == .float ? 1e-5 : 1e-13),
        "\(operation), \(view.shape) with strides \(view.strides), axis \(axis)")
    }
  }

  @Test("Of pairs", arguments: PairOperation.all)
  func pairs(operation: PairOperation) {
    for seed in 0..<60 {
      var random = RandomTensors(seed: 2_000 + seed)
      let dtype = random.element(of: [DType.float, .double, .int])
      let shape = random.shape()
      let (left, right) = (
        random.view(shape) { $0.quarters($1, dtype) }, random.view(shape) { $0.quarters($1, dtype) }
      )
      let copies = [left, right].map { Tensor($0.doubles, shape: shape, dtype: dtype) }
      #expect(
        operation.apply(left, right).equals(operation.apply(copies[0], copies[1]), 1e-6),
        "seed \(seed), \(shape) with strides \(left.strides) and \(right.strides)")
    }
  }

  @Test("Of matrix products", arguments: 0..<100)
  func products(seed: Int) {
    var random = RandomTensors(seed: 3_000 + seed)
    let dtype = random.element(of: [DType.float, .double, .int])
    let leading = random.shape(0...2)
    let (rows, inner, columns) = (random.integer(0...6), random.integer(0...6), random.integer(0...6))
    let left = random.view(leading + [rows, inner]) { $0.quarters($1, dtype) }
    let right = random.view(random.element(of: [leading, []]) + [inner, columns]) { $0.quarters($1, dtype) }
    let product = left.matmul(right)
    #expect(product == left.matmulByHand(right), "\(left.shape) \(left.strides), \(right.shape) \(right.strides)")
    let copies = [left, right].map { Tensor($0.doubles, shape: $0.shape, dtype: dtype) }
    #expect(product == copies[0].matmul(copies[1]))
  }
}
