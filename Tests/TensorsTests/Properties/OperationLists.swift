@testable import Tensors

/// An operation of one tensor, for tests that hold all of them to the same rule.
struct UnaryOperation: Sendable, CustomStringConvertible {
  let name: String
  let apply: @Sendable (Tensor) -> Tensor

  init(_ name: String, _ apply: @escaping @Sendable (Tensor) -> Tensor) {
    self.name = name
    self.apply = apply
  }

  var description: String { name }

  /// Functions number by number that are smooth, or nearly so.
  static let functions = [
    UnaryOperation("exp", { exp($0) }), .init("log", { log($0) }), .init("sqrt", { sqrt($0) }),
    .init("square", { square($0) }), .init("reciprocal", { reciprocal($0) }), .init("sin", { sin($0) }),
    .init("cos", { cos($0) }), .init("tanh", { tanh($0) }), .init("erf", { erf($0) }),
    .init("sigmoid", { sigmoid($0) }), .init("silu", { silu($0) }), .init("gelu", { gelu($0) }),
    .init("gelu by tanh", { gelu($0, .tanh) }), .init("relu", { relu($0) }), .init("abs", { abs($0) }),
    .init("expm1", { expm1($0) }), .init("log1p", { log1p($0) }), .init("floor", { floor($0) }),
    .init("ceil", { ceil($0) }), .init("round", { round($0) }),
    .init("sign", { sign($0) }), .init("negated", { -$0 }), .init("clipped", { $0.clipped(to: -1...1.5) }),
    .init("affine", { 2.5 * $0 - 1 }), .init("divided", { $0 / 3 }), .init("to the third", { pow($0, 3) }),
    .init("two to the power", { pow(2, $0) }),
  ]

  /// Operations that keep numbers and move them.
  static let moves = [
    UnaryOperation("flattened", { $0.flattened() }), .init("flipped", { $0.flipped(Array($0.shape.indices)) }),
    .init("permuted", { $0.permuted($0.shape.indices.reversed()) }), .init("unsqueezed", { $0.unsqueezed(-1) }),
    .init("squeezed", { $0.squeezed() }), .init("rolled", { $0.rolled(by: 2) }),
    .init("padded", { $0.padded($0.shape.map { _ in (1, 2) }, with: 7) }),
    .init("repeated", { $0.repeated([2] + $0.shape.map { _ in 1 }) }),
    .init("concatenated", { concatenated([$0.unsqueezed(0), $0.unsqueezed(0)]) }),
    .init("stacked", { stacked([$0, $0], axis: -1) }), .init("filled", { $0.filled(with: 3, where: $0 .> 0) }),
    .init("selected by a mask", { $0.selecting(where: $0 .> 0) }), .init("nonZero", { $0.nonZero() }),
    .init("compared", { $0 .<= 0.5 }), .init("as Double", { $0.converted(to: .double) }),
    .init("copied", { $0.copied() }), .init("isNaN", { $0.isNaN() }), .init("isFinite", { $0.isFinite() }),
    .init("isInfinite", { $0.isInfinite() }), .init("ones alike", { Tensor.ones(like: $0) }),
  ]

  /// Operations along an axis, and whether they need at least one number there.
  static func along(_ axis: Int) -> [(operation: UnaryOperation, needsNumbers: Bool)] {
    [
      (.init("sum", { $0.sum(axis: axis) }), false), (.init("mean", { $0.mean(axis: axis, keepDims: true) }), false),
      (.init("variance", { $0.variance(axis: axis) }), false), (.init("product", { $0.product(axis: axis) }), false),
      (.init("norm", { $0.norm(axis: axis) }), false), (.init("norm 1", { $0.norm(order: 1, axis: axis) }), false),
      (.init("norm 3", { $0.norm(order: 3, axis: axis) }), false),
      (.init("norm -1", { $0.norm(order: -1, axis: axis) }), false),
      (.init("product of axes", { $0.product(axes: [axis]) }), false),
      (.init("all of axes", { $0.all(axes: [axis]) }), false),
      (.init("logSumExp", { logSumExp($0, axis: axis) }), false),
      (.init("softmax", { softmax($0, axis: axis) }), false),
      (.init("logSoftmax", { logSoftmax($0, axis: axis) }), false),
      (.init("cumulativeSum", { $0.cumulativeSum(axis: axis) }), false),
      (.init("sorted", { $0.sorted(axis: axis) }), false),
      (.init("argsorted", { $0.argsorted(axis: axis, descending: true) }), false),
      (.init("any", { $0.any(axis: axis) }), false), (.init("all", { $0.all(axis: axis, keepDims: true) }), false),
      (.init("repeatedElements", { $0.repeatedElements(3, axis: axis) }), false),
      (.init("max", { $0.max(axis: axis) }), true), (.init("min of axes", { $0.min(axes: [axis]) }), true),
      (.init("argmax", { $0.argmax(axis: axis) }), true), (.init("argmin", { $0.argmin(axis: axis) }), true),
      (.init("norm -infinity", { $0.norm(order: -.infinity, axis: axis) }), true),
      (.init("topK", { $0.topK(1, axis: axis).values }), true),
      (.init("selecting", { $0.selecting(Tensor(indices: [0, 0]), axis: axis) }), true),
    ]
  }
}

/// An operation of two tensors that are combined number by number.
struct PairOperation: Sendable, CustomStringConvertible {
  let name: String
  let apply: @Sendable (Tensor, Tensor) -> Tensor

  init(_ name: String, _ apply: @escaping @Sendable (Tensor, Tensor) -> Tensor) {
    self.name = name
    self.apply = apply
  }

  var description: String { name }

  static let all = [
    PairOperation("+", { $0 + $1 }), .init("-", { $0 - $1 }), .init("*", { $0 * $1 }), .init("/", { $0 / $1 }),
    .init("power", { pow($0, $1) }), .init("maximum", { maximum($0, $1) }), .init("minimum", { minimum($0, $1) }),
    .init(".==", { $0 .== $1 }), .init(".!=", { $0 .!= $1 }), .init(".<", { $0 .< $1 }), .init(".<=", { $0 .<= $1 }),
    .init(".>", { $0 .> $1 }), .init(".>=", { $0 .>= $1 }), .init("and", { logicalAnd($0, $1) }),
    .init("or", { logicalOr($0, $1) }), .init("select", { select($0 .> 0, $0, $1) }),
  ]
}
