internal import CKernels

/// Two rows of numbers combined number by number. A step is the distance from one number of an operand to the next: 1 for
/// neighbours, 0 for a single number that meets all of the other side. The output may be an operand whose step is 1.
extension Kernels {
  /// a + b.
  public static func add(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_add(output, left, leftStep, right, rightStep, count)
  }

  /// a − b.
  public static func subtract(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_subtract(output, left, leftStep, right, rightStep, count)
  }

  /// a · b.
  public static func multiply(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_multiply(output, left, leftStep, right, rightStep, count)
  }

  /// a / b.
  public static func divide(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_divide(output, left, leftStep, right, rightStep, count)
  }

  /// The greater of a and b; NaN if one of them is NaN.
  public static func maximum(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_maximum(output, left, leftStep, right, rightStep, count)
  }

  /// The smaller of a and b; NaN if one of them is NaN.
  public static func minimum(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_minimum(output, left, leftStep, right, rightStep, count)
  }

  /// aᵇ, as C's `powf` defines it.
  public static func power(
    _ left: UnsafePointer<Float>, step leftStep: Int = 1, _ right: UnsafePointer<Float>, step rightStep: Int = 1,
    into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_power(output, left, leftStep, right, rightStep, count)
  }
}
