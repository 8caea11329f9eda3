internal import NumericKernels
import Parallelism

/// Arithmetic number by number, with broadcasting: `[2, 3] + [3]` adds the row to both rows.
///
///     Tensor([[1, 2], [3, 4]]) + Tensor([10, 20])     // [[11, 22], [13, 24]]
extension Tensor {
  /// The sums of the numbers that meet.
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    combined(left, right, .add).recorded(
      "+", left, right,
      left: { $0.summed(to: left.shape) },
      right: { $0.summed(to: right.shape) })
  }

  /// The differences of the numbers that meet.
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    combined(left, right, .subtract).recorded(
      "-", left, right,
      left: { $0.summed(to: left.shape) },
      right: { (-$0).summed(to: right.shape) })
  }

  /// The products of the numbers that meet. That of matrices is ``matmul(_:)``.
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    combined(left, right, .multiply).recorded(
      "*", left, right,
      left: { ($0 * right).summed(to: left.shape) },
      right: { ($0 * left).summed(to: right.shape) })
  }

  /// The quotients of the numbers that meet. Division of integers gives `Float`: 1 / 2 is 0.5.
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    combined(left, right, .divide).recorded(
      "/", left, right,
      left: { ($0 / right).summed(to: left.shape) },
      right: { (-($0 * left) / (right * right)).summed(to: right.shape) })
  }

  /// Each number with the other sign.
  public static prefix func - (operand: Tensor) -> Tensor { operand.scaled(by: -1, plus: 0, "negated") }

  /// Adds another tensor.
  public static func += (left: inout Tensor, right: Tensor) { left = left + right }
  /// Subtracts another tensor.
  public static func -= (left: inout Tensor, right: Tensor) { left = left - right }
  /// Multiplies by another tensor, number by number.
  public static func *= (left: inout Tensor, right: Tensor) { left = left * right }
  /// Divides by another tensor, number by number.
  public static func /= (left: inout Tensor, right: Tensor) { left = left / right }
}

/// The same with a number on one side.
extension Tensor {
  /// The same number added to each.
  public static func + (left: Tensor, right: some TensorNumber) -> Tensor {
    left.combined(with: right, &+) ?? left.scaled(by: 1, plus: right.double, "+")
  }
  /// The same number subtracted from each.
  public static func - (left: Tensor, right: some TensorNumber) -> Tensor {
    left.combined(with: right, &-) ?? left.scaled(by: 1, plus: -right.double, "-")
  }
  /// Each number times the same one.
  public static func * (left: Tensor, right: some TensorNumber) -> Tensor {
    left.combined(with: right, &*) ?? left.scaled(by: right.double, plus: 0, "*")
  }
  /// Each number divided by the same one. Integers give `Float`.
  public static func / (left: Tensor, right: some TensorNumber) -> Tensor { left / Tensor(right, like: left) }

  /// Each number added to the same one.
  public static func + (left: some TensorNumber, right: Tensor) -> Tensor {
    right.combined(with: left, &+) ?? right.scaled(by: 1, plus: left.double, "+")
  }
  /// Each number subtracted from the same one.
  public static func - (left: some TensorNumber, right: Tensor) -> Tensor {
    right.combined(with: left) { $1 &- $0 } ?? right.scaled(by: -1, plus: left.double, "-")
  }
  /// The same number times each.
  public static func * (left: some TensorNumber, right: Tensor) -> Tensor {
    right.combined(with: left, &*) ?? right.scaled(by: left.double, plus: 0, "*")
  }
  /// The same number divided by each. Integers give `Float`.
  public static func / (left: some TensorNumber, right: Tensor) -> Tensor { Tensor(left, like: right) / right }

  /// Each integer together with a whole number, to the last digit; `nil` if there are fractions.
  private func combined(with number: some TensorNumber, _ combine: (Int, Int) -> Int) -> Tensor? {
    guard dtype <= .int, let whole = number as? Int ?? Int(exactly: number.double) else { return nil }
    return converted(to: .int).mapInts { combine($0, whole) }
  }

  /// factor · x + addend. Integers stay integers if both numbers are whole.
  func scaled(by factor: Double, plus addend: Double, _ operation: String) -> Tensor {
    if dtype <= .int, let factor = Int(exactly: factor), let addend = Int(exactly: addend) {
      return converted(to: .int).mapInts { $0 &* factor &+ addend }
    }
    let (scale, shift) = (Float(factor), Float(addend))
    return mapped(
      fast: { Kernels.affine($0, times: scale, plus: shift, into: $1, count: $2) },
      obvious: { factor * $0 + addend }
    ).recorded(operation, self) { $0 * factor }
  }

  /// One number in the type of another tensor, for being combined with it.
  init(_ number: some TensorNumber, like other: Tensor) {
    if let whole = number as? Int, other.dtype <= .int {
      self.init([whole], shape: [])
      return
    }
    let isWhole = number.double.rounded() == number.double
    self = Tensor.full(
      [], number.double, dtype: other.dtype <= .int && !isWhole ? .float : Swift.max(other.dtype, .int))
  }

  /// Adds another tensor of the same shape and type in place.
  mutating func add(_ other: Tensor) {
    let count = count
    other.reading(Float.self) { addend in
      writing(Float.self) { target in
        parallel(count: count, smallest: Tensor.smallestShare) { range in
          Kernels.accumulate(addend + range.lowerBound, into: target + range.lowerBound, count: range.count)
        }
      }
    }
  }
}
