@testable import Tensors

/// A call with a mistake in it, and the mistake that the library is to tell.
struct MistakenCall: Sendable, CustomStringConvertible {
  let mistake: TensorMistake
  let call: @Sendable () -> Void

  init(_ mistake: TensorMistake, _ call: @escaping @Sendable () -> Void) {
    self.mistake = mistake
    self.call = call
  }

  /// The name of the mistake.
  var description: String { String("\(mistake)".prefix { $0 != "\n" }) }

  static let all = making + shapes + indexing + operations + algebra + gradients

  private static let making: [MistakenCall] = [
    .init(.ragged(axis: 1, expected: 2, found: 1), { _ = Tensor([[1, 2], [3]]) }),
    .init(.negativeSize(shape: [2, -1]), { _ = Tensor.zeros([2, -1]) }),
    .init(.tooLarge(shape: [1 << 40, 1 << 40], dtype: .float, memory: memoryOfThisMachine)) {
      _ = Tensor.zeros([1 << 40, 1 << 40])
    },
    .init(.tooLarge(shape: [0, 1 << 40, 1 << 40], dtype: .float, memory: memoryOfThisMachine)) {
      _ = Tensor.zeros([0, 1 << 40, 1 << 40])
    },
    .init(.negativeSize(shape: [-1, -1]), { _ = Tensor.eye(-1) }),
    .init(.negativeSize(shape: [2, -1]), { _ = Tensor.eye(2, -1) }),
    .init(.negativeSize(shape: [-2, -2]), { _ = Tensor.lowerTriangle(-2) }),
    .init(.negativeSize(shape: [0, -1]), { _ = Tensor.oneHot(Tensor(indices: []), classes: -1) }),
    .init(.tooLarge(shape: [1 << 40, 1 << 40], dtype: .bool, memory: memoryOfThisMachine)) {
      _ = Tensor.lowerTriangle(1 << 40)
    },
    .init(.endlessRange(start: 0, end: 1, step: 0), { _ = Tensor.arange(from: 0, to: 1, by: 0) }),
    .init(.notOneNumber(shape: [2]), { _ = Tensor([1, 2]).item }),
    .init(.notAnInteger(.infinity, shape: [2]), { _ = Tensor([1, Double.infinity]).converted(to: .int) }),
    .init(
      .notAnInteger(.nan, shape: []), { _ = Tensor(1).converted(to: .int).filled(with: .nan, where: Tensor(true)) }),
    .init(.noFraction(operation: "normal", dtype: .int), { _ = Tensor.normal([2], dtype: .int) }),
    .init(.weightShape([3]), { _ = Tensor.kaimingUniform([3]) }),
    .init(
      .indexBeyond(operation: "oneHot", index: 3, size: 3), { _ = Tensor.oneHot(Tensor(indices: [3]), classes: 3) }),
  ]

  private static let shapes: [MistakenCall] = [
    .init(.stretch(from: [2], to: [3]), { _ = Tensor([1, 2]).broadcast(to: [3]) }),
    .init(.stretch(from: [2], to: [3]), { _ = Tensor([1, 2, 3]).filled(with: 0, where: Tensor([true, false])) }),
    .init(.reshape(from: [2, 3], to: [4]), { _ = Tensor.zeros([2, 3]).reshaped(to: [4]) }),
    .init(.reshape(from: [2, 3], to: [4, -1]), { _ = Tensor.zeros([2, 3]).reshaped(to: [4, -1]) }),
    .init(.reshape(from: [0], to: [0, -1]), { _ = Tensor.zeros([0]).reshaped(to: [0, -1]) }),
    .init(.tooFewAxes(operation: "transposed", needed: 2, shape: [3]), { _ = Tensor.zeros([3]).transposed() }),
    .init(.noSuchAxis(axis: 2, shape: [2, 3]), { _ = Tensor.zeros([2, 3]).sum(axis: 2) }),
    .init(.noSuchAxis(axis: -1, shape: []), { _ = Tensor(1).sum(axis: -1) }),
    .init(.permutation([0, 0], shape: [2, 3]), { _ = Tensor.zeros([2, 3]).permuted([0, 0]) }),
    .init(.notOne(axis: -1, shape: [2, 3]), { _ = Tensor.zeros([2, 3]).squeezed(-1) }),
    .init(.repeatedAxis([0, 0], shape: [2, 3]), { _ = Tensor.zeros([2, 3]).sum(axes: [0, -2]) }),
    .init(.repeatedAxis([1, 1], shape: [2, 3]), { _ = Tensor.zeros([2, 3]).max(axes: [1, -1]) }),
    .init(.nothingToJoin(operation: "stacked"), { _ = stacked([]) }),
    .init(.joining([2, 3], [3, 2], axis: 0), { _ = concatenated([Tensor.zeros([2, 3]), Tensor.zeros([3, 2])]) }),
    .init(.sameShape(operation: "stacked", [2], [3]), { _ = stacked([Tensor.zeros([2]), Tensor.zeros([3])]) }),
    .init(.splitting(sizes: [1, 1], axis: 0, shape: [3]), { _ = Tensor.zeros([3]).split(sizes: [1, 1]) }),
    .init(.splitting(sizes: [0], axis: 0, shape: [3]), { _ = Tensor.zeros([3]).split(size: 0) }),
    .init(.splitting(sizes: [1 << 62, 1 << 62, 1 << 62], axis: 1, shape: [0, 1 << 62])) {
      _ = Tensor.zeros([0, 1 << 62]).split(sizes: [1 << 62, 1 << 62, 1 << 62], axis: 1)
    },
    .init(.chunkCount(0, shape: [3]), { _ = Tensor.zeros([3]).chunked(into: 0) }),
    .init(.chunkCount(1 << 60, shape: [0]), { _ = Tensor.zeros([0]).chunked(into: 1 << 60) }),
    .init(.padding(widths: [[1, -1]], shape: [3]), { _ = Tensor.zeros([3]).padded([(1, -1)]) }),
    .init(.tooLarge(shape: [.max], dtype: .float, memory: memoryOfThisMachine)) {
      _ = Tensor.zeros([3]).padded([(.max, .max)])
    },
    .init(.repetitions([2, -1]), { _ = Tensor.zeros([3]).repeated([2, -1]) }),
    .init(.tooLarge(shape: [1 << 40, 1 << 20], dtype: .float, memory: memoryOfThisMachine)) {
      _ = Tensor.zeros([3, 1]).broadcast(to: [3, 1 << 20]).repeatedElements([1 << 40, 0, 0], axis: 0)
    },
    .init(.tooLarge(shape: [.max], dtype: .float, memory: memoryOfThisMachine)) {
      _ = Tensor.zeros([2]).repeatedElements([.max, .max], axis: 0)
    },
    .init(.tooLarge(shape: [1 << 60], dtype: .int, memory: memoryOfThisMachine)) {
      _ = Tensor.zeros([1, 0]).repeatedElements([1 << 60], axis: 0)
    },
    .init(.tooLarge(shape: [0, .max], dtype: .float, memory: memoryOfThisMachine)) {
      _ = concatenated([Tensor.zeros([0, 1 << 62]), Tensor.zeros([0, 1 << 62])], axis: 1)
    },
    .init(.countForEach(counts: 1, axis: 0, shape: [3]), { _ = Tensor.zeros([3]).repeatedElements([2], axis: 0) }),
    .init(.flattening(from: 1, through: 0, shape: [2, 3])) { _ = Tensor.zeros([2, 3]).flattened(from: 1, through: 0) },
  ]

  private static let indexing: [MistakenCall] = [
    .init(.indexCount(given: 3, shape: [2, 2]), { _ = Tensor.zeros([2, 2])[0, 0, 0] }),
    .init(.indexOutOfRange(index: 3, axis: 0, shape: [3]), { _ = Tensor([1, 2, 3])[3] }),
    .init(.indexOutOfRange(index: -4, axis: 0, shape: [3]), { _ = Tensor([1, 2, 3])[-4] }),
    .init(.indexOutOfRange(index: .min, axis: 1, shape: [2, 3]), { _ = Tensor.zeros([2, 3])[0, .min] }),
    .init(.indexOutOfRange(index: -1, axis: 0, shape: [0]), { _ = Tensor.zeros([0])[-1] }),
    .init(.indexOutOfRange(index: -3, axis: 0, shape: [2])) {
      var x = Tensor([1, 2])
      x[-3] = 0
    },
    .init(.indexOutOfRange(index: 3, axis: 1, shape: [2, 3]), { _ = Tensor.zeros([2, 3])[0, 3] }),
    .init(.sliceOutOfRange(range: "5...", axis: 0, shape: [3]), { _ = Tensor([1, 2, 3])[5...] }),
    .init(.sliceOutOfRange(range: "1..<9", axis: 0, shape: [3]), { _ = Tensor([1, 2, 3])[1..<9] }),
    .init(.zeroStep(axis: 0, shape: [3]), { _ = Tensor([1, 2, 3]).sliced(0..., by: 0) }),
    .init(.assignment(of: [2], to: [3])) {
      var x = Tensor.zeros([2, 3])
      x[0] = Tensor([1, 2])
    },
    .init(.assignedType(.float, to: .int)) {
      var x = Tensor(indices: [1, 2])
      x[0] = Tensor(1.5)
    },
    .init(.assignedNumber("0.5", to: .int)) {
      var x = Tensor([[1, 2]], dtype: .int)
      x[0, 1] = 0.5
    },
    .init(.assignedNumber("inf", to: .int)) {
      var x = Tensor([[1, 2]], dtype: .int)
      x[0] = Double.infinity
    },
    .init(.assignedNumber("7", to: .bool)) {
      var x = Tensor([true, false])
      x[1] = 7
    },
    .init(.computedIntoParameter(shape: [2])) {
      var x = Tensor([1, 2]).asParameter()
      x[0] = x[1] * 2
    },
    .init(.notIndices(operation: "gather", dtype: .float), { _ = Tensor.zeros([3]).gather(Tensor([1]), axis: 0) }),
    .init(.indexBeyond(operation: "selecting", index: -1, size: 3)) {
      _ = Tensor.zeros([3]).selecting(Tensor(indices: [0, -1]))
    },
    .init(.sameShape(operation: "scattering", [1], [2])) {
      _ = Tensor.zeros([3]).scattering(Tensor([1]), at: Tensor(indices: [0, 1]), axis: 0)
    },
    .init(.indexShape(operation: "gather", indices: [1, 2], shape: [3], axis: 0)) {
      _ = Tensor.zeros([3]).gather(Tensor([[0, 1]], dtype: .int), axis: 0)
    },
    .init(.indexShape(operation: "gather", indices: [], shape: [3], axis: 0)) {
      _ = Tensor([1, 2, 3]).gather(Tensor(2, dtype: .int), axis: 0)
    },
    .init(.indexShape(operation: "scatterAdding", indices: [], shape: [3], axis: 0)) {
      _ = Tensor.zeros([3]).scatterAdding(Tensor(1), at: Tensor(2, dtype: .int), axis: 0)
    },
  ]

  private static let operations: [MistakenCall] = [
    .init(.broadcast(operation: "+", left: [2], right: [3]), { _ = Tensor.zeros([2]) + Tensor.zeros([3]) }),
    .init(.broadcast(operation: ".<", left: [2], right: [3])) { _ = (Tensor.zeros([2]) .< Tensor.zeros([3])).any() },
    .init(.nothingToCompare(operation: "max", shape: [3, 0]), { _ = Tensor.zeros([3, 0]).max(axis: 1) }),
    .init(.normOrder(.nan), { _ = Tensor([1, 2]).norm(order: .nan) }),
    .init(.topCount(3, size: 2, shape: [2]), { _ = Tensor([1, 2]).topK(3) }),
  ]

  private static let algebra: [MistakenCall] = [
    .init(.innerSizes(left: [12, 64], right: [32, 64])) {
      _ = Tensor.zeros([12, 64]).matmul(Tensor.zeros([32, 64]))
    },
    .init(.broadcast(operation: "matmul", left: [2, 1, 1], right: [3, 1, 1])) {
      _ = Tensor.zeros([2, 1, 1]).matmul(Tensor.zeros([3, 1, 1]))
    },
    .init(.notVector(operation: "outer", shape: [1, 1]), { _ = Tensor([1]).outer(Tensor([[1]])) }),
    .init(.notSquare(operation: "solve", shape: [2, 3]), { _ = solve(Tensor.zeros([2, 3]), Tensor.zeros([2])) }),
    .init(.rightSide([3, 1], matrix: [2, 2]), { _ = solve(Tensor.eye(2), Tensor.zeros([3])) }),
    .init(.singular(number: 0, of: 1, size: 2), { _ = solve(Tensor([[1, 2], [2, 4]]), Tensor([1, 1])) }),
    .init(.singular(number: 1, of: 2, size: 1), { _ = solve(Tensor([[[1]], [[0]]]), Tensor([1])) }),
    .init(.notFinite(operation: "svd", .nan, place: 1, shape: [1, 2]), { _ = svd(Tensor([[0, Double.nan]])) }),
    .init(.notFinite(operation: "solve", .infinity, place: 0, shape: [1, 1])) {
      _ = solve(Tensor([[1]]), Tensor([[Double.infinity]]))
    },
    .init(.equalSingularValues([1, 1])) { _ = gradient(at: Tensor.eye(2)) { svd($0).left.sum() } },
    .init(.equalSingularValues([0])) { _ = gradient(at: Tensor.zeros([1, 2])) { svd($0).right.sum() } },
    .init(.einsum(pattern: "i->j", .unknownResult("j")), { _ = einsum("i->j", Tensor([1])) }),
  ]

  private static let gradients: [MistakenCall] = [
    .init(.noFraction(operation: "asParameter", dtype: .int), { _ = Tensor(indices: [1]).asParameter() }),
    .init(.nothingToLearn(shape: []), { Tensor(1).backward() }),
    .init(.notOneNumberToDerive(shape: [2]), { Tensor([1, 2]).asParameter().backward() }),
    .init(.upstream(shape: [1], expected: []), { Tensor(1).asParameter().backward(Tensor([1])) }),
    .init(.tapeIsSpent(operation: "sum")) {
      let loss = (Tensor([1, 2]).asParameter() * 2).sum()
      loss.backward(keepingGraph: true)
      loss.backward()
      loss.backward()
    },
    .init(.pullbackShape(operation: "f", got: [], expected: [2])) {
      custom("f", [Tensor([1, 2]).asParameter()]) {
        $0[0].sum()
      } pullback: { upstream, _ in
        [upstream]
      }.backward()
    },
    .init(.pullbackCount(operation: "f", got: 0, expected: 1)) {
      custom("f", [Tensor(1).asParameter()]) {
        $0[0]
      } pullback: { _, _ in
        []
      }.backward()
    },
    .init(.otherResult(operation: "checkpointed", first: [2], again: [])) {
      var isFirst = true
      let x = Tensor([1, 2]).asParameter()
      checkpointed(x) { x in
        defer { isFirst = false }
        return isFirst ? x * 2 : x.sum()
      }.backward(Tensor([1, 1]))
    },
    .init(.otherInput(operation: "checkpointed", shape: [])) {
      var isFirst = true
      let (x, w) = (Tensor([1, 2]).asParameter(), Tensor(3).asParameter())
      checkpointed(x) { x in
        defer { isFirst = false }
        return isFirst ? x * 2 : x * w
      }.backward(Tensor([1, 1]))
    },
  ]
}
