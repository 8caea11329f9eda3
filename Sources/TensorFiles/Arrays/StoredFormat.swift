/// How each number of an array is stored in a file.
public enum StoredFormat: String, Sendable, CaseIterable {
  case float64
  case float32
  /// IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of fraction.
  case float16
  /// The upper half of a `float32`: 1 bit of sign, 8 of exponent, 7 of fraction.
  case bfloat16
  case int64
  case int32
  case int16
  case int8
  case uint64
  case uint32
  case uint16
  case uint8
  /// One byte, 0 for false.
  case bool

  /// The bytes that one number takes.
  public var byteCount: Int {
    switch self {
    case .float64, .int64, .uint64: 8
    case .float32, .int32, .uint32: 4
    case .float16, .bfloat16, .int16, .uint16: 2
    case .int8, .uint8, .bool: 1
    }
  }

  /// Whether the numbers may have a fraction.
  public var isFloatingPoint: Bool {
    switch self {
    case .float64, .float32, .float16, .bfloat16: true
    case .int64, .int32, .int16, .int8, .uint64, .uint32, .uint16, .uint8, .bool: false
    }
  }
}
