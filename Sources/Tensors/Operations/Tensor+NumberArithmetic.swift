internal import NumericKernels

/// Arithmetic with a number on one side.
///
///     1 / Tensor([1, 2])                // 1  0.5
///
/// The tensor keeps its type, whatever that of the number is, with one exception: beside a `Float` or `Double`, integers and
/// truth values become `Float`. It is the type of the number that counts, and not its value:
///
///     Tensor(indices: [1, 2]) * 2       // 2  4, of type Int
///     Tensor(indices: [1, 2]) * 2.0     // 2  4, of type Float
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

  /// Adds the same number to each.
  public static func += (left: inout Tensor, right: some TensorNumber) { left = left + right }
  /// Subtracts the same number from each.
  public static func -= (left: inout Tensor, right: some TensorNumber) { left = left - right }
  /// Multiplies each number by the same one.
  public static func *= (left: inout Tensor, right: some TensorNumber) { left = left * right }
  /// Divides each number by the same one.
  public static func /= (left: inout Tensor, right: some TensorNumber) { left = left / right }

  /// Each integer together with another one, to the last digit; `nil` if one side has a type with fractions.
  private func combined(with number: some TensorNumber, _ combine: (Int, Int) -> Int) -> Tensor? {
    guard dtype <= .int, let whole = number as? Int else { return nil }
    return converted(to: .int).mapInts { combine($0, whole) }
  }

  /// factor · x + addend, with fractions.
  func scaled(by factor: Double, plus addend: Double, _ operation: String) -> Tensor {
    let (scale, shift) = (Float(factor), Float(addend))
    return mapped(
      fast: { Kernels.affine($0, times: scale, plus: shift, into: $1, count: $2) },
      obvious: { factor * $0 + addend }
    ).recorded(operation, self) { $0 * factor }
  }

  /// One number in the type in which it meets another tensor.
  init<Number: TensorScalar>(_ number: Number, like other: Tensor) {
    // A `Double` is only how Swift writes a fraction; it makes no tensor wider than `Float`.
    let dtype = Swift.max(other.dtype, Swift.min(Number.dtype, .float))
    if dtype == .int, let whole = number as? Int {
      self.init([whole], shape: [])
    } else {
      self = .full([], number.double, dtype: dtype)
    }
  }
}
