internal import CKernels

/// Other formats of numbers, and floats. Rounding is to the nearest, halves to even; NaN stays NaN. Numbers of 16 bits
/// come as their bits.
extension Kernels {
  /// IEEE 754 binary16 to floats, exactly.
  public static func float16(
    _ input: UnsafePointer<UInt16>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_from_float16(output, input, count)
  }

  /// Floats to IEEE 754 binary16. What is 65520 or more becomes infinity.
  public static func float16(
    from input: UnsafePointer<Float>, into output: UnsafeMutablePointer<UInt16>, count: Int
  ) {
    glassbox_to_float16(output, input, count)
  }

  /// bfloat16, the upper half of a float, to floats, exactly.
  public static func bfloat16(
    _ input: UnsafePointer<UInt16>, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_from_bfloat16(output, input, count)
  }

  /// Floats to bfloat16.
  public static func bfloat16(
    from input: UnsafePointer<Float>, into output: UnsafeMutablePointer<UInt16>, count: Int
  ) {
    glassbox_to_bfloat16(output, input, count)
  }

  /// scale · x of whole numbers from −128 to 127.
  public static func int8(
    _ input: UnsafePointer<Int8>, times scale: Float, into output: UnsafeMutablePointer<Float>, count: Int
  ) {
    glassbox_from_int8(output, input, scale, count)
  }
}
