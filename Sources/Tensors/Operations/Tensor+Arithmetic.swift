internal import NumericKernels
import Parallelism

/// Arithmetic number by number, with broadcasting: `[2, 3] + [3]` adds the row to both rows.
///
///     Tensor([[1, 2], [3, 4]]) + Tensor([10, 20])     // [[11, 22], [13, 24]]
///
/// The result has the type in which both meet, the later one of `Bool`, `Int`, `Float` and `Double`; but truth values count
/// as the integers 0 and 1, and a division of integers gives `Float`.
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
  public static prefix func - (operand: Tensor) -> Tensor {
    operand.dtype <= .int
      ? operand.converted(to: .int).mapInts { 0 &- $0 } : operand.scaled(by: -1, plus: 0, "negated")
  }

  /// Adds another tensor.
  public static func += (left: inout Tensor, right: Tensor) { left = left + right }
  /// Subtracts another tensor.
  public static func -= (left: inout Tensor, right: Tensor) { left = left - right }
  /// Multiplies by another tensor, number by number.
  public static func *= (left: inout Tensor, right: Tensor) { left = left * right }
  /// Divides by another tensor, number by number.
  public static func /= (left: inout Tensor, right: Tensor) { left = left / right }

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
