extension StoredArray {
  /// Describes numbers in memory as they will be written, without copying them.
  ///
  /// Formats other than `float32` are converted piece by piece while they are written: to the nearest number that the
  /// format has, halfway to the one whose last bit is 0; what is too large for `float16` becomes infinite.
  /// - Parameter format: one of the formats for floating point.
  /// - Throws: `TensorFileError` if there are not as many numbers as the shape asks for, or the format is for integers.
  public init(shape: [Int], floats: [Float], format: StoredFormat = .float32) throws {
    let source: any ByteSource
    switch format {
    case .float64: source = ConvertedBytes(floats: floats, format: .float64)
    case .float32: source = MemoryBytes(elements: floats)
    case .float16: source = ConvertedBytes(floats: floats, format: .float16)
    case .bfloat16: source = ConvertedBytes(floats: floats, format: .bfloat16)
    default: throw ArrayOrigin().error(.wrongKind(stored: format, wanted: .floatingPoint))
    }
    try self.init(checking: shape, format, source)
  }

  /// Describes numbers in memory as `float64`, without copying them.
  /// - Throws: `TensorFileError` if there are not as many numbers as the shape asks for.
  public init(shape: [Int], doubles: [Double]) throws {
    try self.init(checking: shape, .float64, MemoryBytes(elements: doubles))
  }

  /// Describes integers in memory as `int64`, without copying them.
  /// - Throws: `TensorFileError` if there are not as many numbers as the shape asks for.
  public init(shape: [Int], ints: [Int]) throws {
    try self.init(checking: shape, .int64, MemoryBytes(elements: ints))
  }

  /// Describes truth values in memory as `bool`, without copying them.
  /// - Throws: `TensorFileError` if there are not as many values as the shape asks for.
  public init(shape: [Int], bools: [Bool]) throws {
    try self.init(checking: shape, .bool, MemoryBytes(elements: bools))
  }

  /// Describes bytes of any format: little-endian, in row-major order.
  /// - Throws: `TensorFileError` if there are not as many bytes as the shape and the format ask for.
  public init(shape: [Int], format: StoredFormat, bytes: [UInt8]) throws {
    try self.init(checking: shape, format, MemoryBytes(elements: bytes))
  }

  private init(checking shape: [Int], _ format: StoredFormat, _ source: any ByteSource) throws {
    guard let byteCount = ArraySize.byteCount(shape, format) else {
      throw ArrayOrigin().error(.impossibleShape(shape, format))
    }
    guard byteCount == source.byteCount else {
      throw ArrayOrigin().error(.sizeMismatch(shape: shape, format, wanted: byteCount, found: source.byteCount))
    }
    self.init(shape: shape, format: format, source: source)
  }
}
