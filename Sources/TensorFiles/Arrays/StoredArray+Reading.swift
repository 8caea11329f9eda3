extension StoredArray {
  /// All numbers as `Float`, in row-major order: the nearest one where the stored number has more digits. True is 1.
  /// - Throws: `TensorFileError` if the file cannot be read or has become shorter, or the numbers do not fit into memory.
  public func floats() throws -> [Float] { try array(filledBy: copyFloats) }

  /// All numbers as `Double`, in row-major order: exactly, but for integers above 2⁵³. True is 1.
  /// - Throws: `TensorFileError` if the file cannot be read or has become shorter, or the numbers do not fit into memory.
  public func doubles() throws -> [Double] { try array(filledBy: copyDoubles) }

  /// All integers, in row-major order. True is 1.
  /// - Throws: `TensorFileError` if the array holds floating point or an integer above `Int.max`, the file cannot be read
  ///   or has become shorter, or the numbers do not fit into memory.
  public func ints() throws -> [Int] { try array(filledBy: copyInts) }

  /// All truth values, in row-major order.
  /// - Throws: `TensorFileError` if the array holds something else, the file cannot be read or has become shorter, or the
  ///   values do not fit into memory.
  public func bools() throws -> [Bool] { try array(filledBy: copyBools) }

  /// The bytes as they are stored: little-endian, in row-major order.
  /// - Throws: `TensorFileError` if the file cannot be read or has become shorter, or the bytes do not fit into memory.
  public func bytes() throws -> [UInt8] {
    try array(of: byteCount) { try source.copy(to: UnsafeMutableRawBufferPointer($0)) }
  }

  private func array<Element>(filledBy fill: (UnsafeMutableBufferPointer<Element>) throws -> Void) throws -> [Element] {
    try array(of: count, filledBy: fill)
  }

  private func array<Element>(
    of count: Int, filledBy fill: (UnsafeMutableBufferPointer<Element>) throws -> Void
  ) throws -> [Element] {
    let (byteCount, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflows, byteCount <= Memory.byteCount else {
      throw origin.error(.doesNotFitIntoMemory(shape: shape, memory: Memory.byteCount))
    }
    // All empty arrays are one in memory, into which filling an array writes its count, whoever else reads it just then.
    guard count > 0 else {
      try fill(UnsafeMutableBufferPointer(start: nil, count: 0))
      return []
    }
    return try Array(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      try fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      initializedCount = count
    }
  }
}
