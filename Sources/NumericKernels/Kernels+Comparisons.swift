internal import CKernels

/// Comparisons number by number, to 1 where they hold and 0 elsewhere, and the choice by such a mask. Steps are those of
/// the binary kernels.
extension Kernels {
  /// a = b.
  public static func equal(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    glassbox_equal(output, left, leftStep, right, rightStep, count)
  }

  /// a ≠ b, which NaN is to everything.
  public static func notEqual(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    glassbox_not_equal(output, left, leftStep, right, rightStep, count)
  }

  /// a < b.
  public static func less(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    glassbox_less(output, left, leftStep, right, rightStep, count)
  }

  /// a ≤ b.
  public static func lessOrEqual(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    glassbox_less_or_equal(output, left, leftStep, right, rightStep, count)
  }

  /// a > b.
  public static func greater(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    glassbox_greater(output, left, leftStep, right, rightStep, count)
  }

  /// a ≥ b.
  public static func greaterOrEqual(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<UInt8>, count: Int
  ) {
    glassbox_greater_or_equal(output, left, leftStep, right, rightStep, count)
  }

  /// a where the mask is not 0, b elsewhere.
  public static func select(
    mask: UnsafePointer<UInt8>, step maskStep: Int = 1, _ left: UnsafePointer<Float>, step leftStep: Int = 1,
    _ right: UnsafePointer<Float>, step rightStep: Int = 1, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_select(output, mask, maskStep, left, leftStep, right, rightStep, count)
  }
}
