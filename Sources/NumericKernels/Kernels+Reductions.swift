internal import CKernels

/// One number from many.
///
/// Sums are added in floats, in many lanes, for a few thousand numbers at a time, and from there on in doubles. They come
/// as doubles, so that the parts of several threads can be added without loss.
extension Kernels {
  /// Σ x.
  public static func sum(_ input: UnsafePointer<Float>, count: Int) -> Double { glassbox_sum(input, count) }

  /// Σ x².
  public static func sumOfSquares(_ input: UnsafePointer<Float>, count: Int) -> Double {
    glassbox_sum_of_squares(input, count)
  }

  /// Σ a · b.
  public static func dot(_ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, count: Int) -> Double {
    glassbox_dot(left, right, count)
  }

  /// The greatest number, or NaN if there is one; -infinity of none.
  public static func max(_ input: UnsafePointer<Float>, count: Int) -> Float { glassbox_max(input, count) }

  /// The smallest number, or NaN if there is one; infinity of none.
  public static func min(_ input: UnsafePointer<Float>, count: Int) -> Float { glassbox_min(input, count) }

  /// The place of the first of the greatest numbers, where NaN is greater than all; -1 of none.
  public static func argmax(_ input: UnsafePointer<Float>, count: Int) -> Int { glassbox_argmax(input, count) }

  /// The place of the first of the smallest numbers, where NaN is smaller than all; -1 of none.
  public static func argmin(_ input: UnsafePointer<Float>, count: Int) -> Int { glassbox_argmin(input, count) }

  /// log Σ eˣ, computed as max x + log Σ exp(x − max x), which cannot overflow; -infinity of none.
  public static func logSumExp(_ input: UnsafePointer<Float>, count: Int) -> Float {
    glassbox_log_sum_exp(input, count)
  }

  /// How many numbers are infinite or NaN.
  public static func countNonFinite(_ input: UnsafePointer<Float>, count: Int) -> Int {
    glassbox_count_non_finite(input, count)
  }
}
