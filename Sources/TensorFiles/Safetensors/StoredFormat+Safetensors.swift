extension StoredFormat {
  /// The name that safetensors has for the format.
  var safetensorsName: String {
    switch self {
    case .float64: "F64"
    case .float32: "F32"
    case .float16: "F16"
    case .bfloat16: "BF16"
    case .int64: "I64"
    case .int32: "I32"
    case .int16: "I16"
    case .int8: "I8"
    case .uint64: "U64"
    case .uint32: "U32"
    case .uint16: "U16"
    case .uint8: "U8"
    case .bool: "BOOL"
    }
  }

  init?(safetensorsName: String) {
    guard let format = Self.safetensorsOrder.first(where: { $0.safetensorsName == safetensorsName }) else { return nil }
    self = format
  }

  /// The formats in the order in which Python's `safetensors` writes them. Wide numbers come first, so that each tensor
  /// begins at a multiple of its number's size.
  static let safetensorsOrder: [StoredFormat] = [
    .uint64, .int64, .float64, .float32, .uint32, .int32, .bfloat16, .float16, .uint16, .int16, .int8, .uint8, .bool,
  ]

  /// The place of the format in ``safetensorsOrder``.
  var safetensorsRank: Int { Self.safetensorsOrder.firstIndex(of: self) ?? Self.safetensorsOrder.count }

  /// Names that safetensors has for formats with no counterpart here: numbers of 8 bits and less, and complex ones.
  static let unsupportedSafetensorsNames: Set<String> = [
    "F8_E4M3", "F8_E5M2", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ", "F6_E2M3", "F6_E3M2", "F4", "C64",
  ]
}
