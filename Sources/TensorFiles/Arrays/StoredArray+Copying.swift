extension StoredArray {
  /// Reads all numbers as `Float` to memory of one's own; see ``floats()``.
  /// - Parameter destination: room for exactly ``count`` numbers.
  /// - Throws: `TensorFileError` if there is more or less room, or the file cannot be read or has become shorter.
  public func copyFloats(into destination: UnsafeMutableBufferPointer<Float>) throws {
    try checkRoom(destination.count)
    switch format {
    case .float64: try copy(to: destination) { (value: Double) in Float(value) }
    case .float32: try source.copy(to: UnsafeMutableRawBufferPointer(destination))
    case .float16: try copy(to: destination) { (value: Float16) in Float(value) }
    case .bfloat16: try copy(to: destination) { (value: BFloat16) in value.float }
    case .uint64: try copy(to: destination) { (value: UInt64) in Float(value) }
    default: try copyIntegers(to: destination) { Float($0) }
    }
  }

  /// Reads all numbers as `Double` to memory of one's own; see ``doubles()``.
  /// - Parameter destination: room for exactly ``count`` numbers.
  /// - Throws: `TensorFileError` if there is more or less room, or the file cannot be read or has become shorter.
  public func copyDoubles(into destination: UnsafeMutableBufferPointer<Double>) throws {
    try checkRoom(destination.count)
    switch format {
    case .float64: try source.copy(to: UnsafeMutableRawBufferPointer(destination))
    case .float32: try copy(to: destination) { (value: Float) in Double(value) }
    case .float16: try copy(to: destination) { (value: Float16) in Double(value) }
    case .bfloat16: try copy(to: destination) { (value: BFloat16) in Double(value.float) }
    case .uint64: try copy(to: destination) { (value: UInt64) in Double(value) }
    default: try copyIntegers(to: destination) { Double($0) }
    }
  }

  /// Reads all integers to memory of one's own; see ``ints()``.
  /// - Parameter destination: room for exactly ``count`` numbers.
  /// - Throws: `TensorFileError` if there is more or less room, the array holds floating point or an integer above
  ///   `Int.max`, or the file cannot be read or has become shorter.
  public func copyInts(into destination: UnsafeMutableBufferPointer<Int>) throws {
    try checkRoom(destination.count)
    switch format {
    case .float64, .float32, .float16, .bfloat16: throw origin.error(.wrongKind(stored: format, wanted: .integers))
    case .int64: try source.copy(to: UnsafeMutableRawBufferPointer(destination))
    case .uint64:
      try copy(to: destination) { (value: UInt64) in
        guard let integer = Int(exactly: value) else { throw origin.error(.integerTooLarge(value)) }
        return integer
      }
    default: try copyIntegers(to: destination) { $0 }
    }
  }

  /// Reads all truth values to memory of one's own; see ``bools()``.
  /// - Parameter destination: room for exactly ``count`` values.
  /// - Throws: `TensorFileError` if there is more or less room, the array holds something else, or the file cannot be read
  ///   or has become shorter.
  public func copyBools(into destination: UnsafeMutableBufferPointer<Bool>) throws {
    try checkRoom(destination.count)
    guard format == .bool else { throw origin.error(.wrongKind(stored: format, wanted: .truthValues)) }
    try copy(to: destination) { (value: UInt8) in value != 0 }
  }
}
