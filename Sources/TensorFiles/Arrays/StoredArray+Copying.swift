extension StoredArray {
  /// Reads all numbers as `Float` to memory of one's own; see ``floats()``.
  /// - Parameter destination: room for exactly ``count`` numbers.
  /// - Throws: `TensorFileError` if there is more or less room, or the file cannot be read or has become shorter.
  public func copyFloats(into destination: UnsafeMutableBufferPointer<Float>) throws {
    try copy(to: destination, storedAs: .float32)
  }

  /// Reads all numbers as `Double` to memory of one's own; see ``doubles()``.
  /// - Parameter destination: room for exactly ``count`` numbers.
  /// - Throws: `TensorFileError` if there is more or less room, or the file cannot be read or has become shorter.
  public func copyDoubles(into destination: UnsafeMutableBufferPointer<Double>) throws {
    try copy(to: destination, storedAs: .float64)
  }

  /// Reads all integers to memory of one's own; see ``ints()``.
  /// - Parameter destination: room for exactly ``count`` numbers.
  /// - Throws: `TensorFileError` if there is more or less room, the array holds floating point or an integer above
  ///   `Int.max`, or the file cannot be read or has become shorter.
  public func copyInts(into destination: UnsafeMutableBufferPointer<Int>) throws {
    guard !format.isFloatingPoint else { throw origin.error(.wrongKind(stored: format, wanted: .integers)) }
    try copy(to: destination, storedAs: .int64)
  }

  /// Reads all truth values to memory of one's own; see ``bools()``.
  /// - Parameter destination: room for exactly ``count`` values.
  /// - Throws: `TensorFileError` if there is more or less room, the array holds something else, or the file cannot be read
  ///   or has become shorter.
  public func copyBools(into destination: UnsafeMutableBufferPointer<Bool>) throws {
    guard format == .bool else { throw origin.error(.wrongKind(stored: format, wanted: .truthValues)) }
    // Bytes other than 0 and 1 may be stored, and are none that a Bool may have: they are never copied as they are.
    try copy(to: destination, storedAs: nil)
  }

  /// Reads all numbers. Those that are stored just as they lie in memory (`sameFormat`) need no conversion.
  private func copy<Element: ReadNumber>(
    to destination: UnsafeMutableBufferPointer<Element>, storedAs sameFormat: StoredFormat?
  ) throws {
    guard destination.count == count else {
      throw origin.error(.wrongRoom(room: destination.count, shape: shape, count: count))
    }
    if format == sameFormat {
      try source.copy(to: UnsafeMutableRawBufferPointer(destination))
    } else {
      try convert(to: destination)
    }
  }
}
