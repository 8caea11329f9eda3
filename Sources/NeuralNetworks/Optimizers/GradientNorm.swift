internal import NumericKernels
import Parallelism
import Tensors

/// Sums over many gradients. They are added in an order that does not hang on the number of threads, so that training
/// can be repeated bit by bit.
enum GradientNorm {
  /// How many numbers one thread sums up at a time.
  private static let share = 65_536

  static func norm(_ gradients: [Tensor], _ kind: GradientNormKind) -> Double {
    switch kind {
    case .euclidean: euclidean(gradients)
    case .sum: gradients.reduce(0) { $0 + abs($1).sum().doubleItem }
    case .largest: largest(gradients)
    }
  }

  /// What gradients of this norm are multiplied by to keep within the limit, as PyTorch has it.
  static func scale(_ norm: Double, limit: Double) -> Double {
    guard limit > 0 else { stop(.clippingLimit(limit)) }
    let scale = limit / (norm + 1e-6)
    return scale < 1 && norm.isFinite ? scale : 1
  }

  /// √(Σ g²) over all numbers of all gradients, each of them contiguous.
  static func euclidean(_ gradients: [Tensor]) -> Double {
    var total = 0.0
    for gradient in gradients { total += sumOfSquares(gradient) }
    if total.isFinite || gradients.contains(where: { nonFiniteCount($0) > 0 }) { return total.squareRoot() }
    // Squares may be too large for a float where the numbers themselves are not.
    let largest = largest(gradients)
    return gradients.reduce(0) { $0 + ($1.converted(to: .double) / largest).squaredSum }.squareRoot() * largest
  }

  /// The size of the largest number; NaN if there is one.
  private static func largest(_ gradients: [Tensor]) -> Double {
    gradients.lazy.map(\.absoluteMaximum).reduce(0) { $0.isNaN || $0 > $1 ? $0 : $1 }
  }

  /// How many numbers are infinite or NaN.
  static func nonFiniteCount(_ gradient: Tensor) -> Int {
    guard gradient.dtype == .float else { return gradient.doubles.count { !$0.isFinite } }
    return gradient.reading(Float.self) { Kernels.countNonFinite($0, count: gradient.count) }
  }

  /// Σ g² of a contiguous gradient.
  static func sumOfSquares(_ gradient: Tensor) -> Double {
    guard gradient.dtype == .float else { return gradient.squaredSum }
    let (numbers, count) = (gradient.floatStart, gradient.count)
    return withExtendedLifetime(gradient) {
      let pieces = (count + share - 1) / share
      guard pieces > 1 else { return Kernels.sumOfSquares(numbers, count: count) }
      return withUnsafeTemporaryAllocation(of: Double.self, capacity: pieces) { sums in
        parallel(pieces: pieces) { piece in
          let start = piece * share
          sums[piece] = Kernels.sumOfSquares(numbers + start, count: min(share, count - start))
        }
        return sums.reduce(0, +)
      }
    }
  }
}

extension Tensor {
  fileprivate var squaredSum: Double { doubles.reduce(0) { $0 + $1 * $1 } }
  fileprivate var absoluteMaximum: Double { count == 0 ? 0 : abs(self).max().doubleItem }
}
