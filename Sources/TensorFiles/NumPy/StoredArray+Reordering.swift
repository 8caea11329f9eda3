extension NumPyHeader {
  /// Whether the numbers lie otherwise than little-endian and in row-major order. With at most one axis longer than 1
  /// there is only one order.
  var needsReordering: Bool {
    description.isBigEndian || (isFortranOrder && shape.count(where: { $0 != 1 }) > 1)
  }
}

extension StoredArray {
  /// The array with its bytes read and brought into the order that everything else expects.
  func reordered(_ header: NumPyHeader) throws -> StoredArray {
    var bytes = try bytes()
    let size = format.byteCount
    if header.description.isBigEndian {
      for start in stride(from: 0, to: bytes.count, by: size) { bytes[start..<start + size].reverse() }
    }
    if header.isFortranOrder { bytes = Self.rowMajor(bytes, shape: shape, size: size) }
    return StoredArray(shape: shape, format: format, source: MemoryBytes(elements: bytes), origin: origin)
  }

  /// Numbers of `size` bytes, of which the first index ran fastest, in the order in which the last one does.
  private static func rowMajor(_ bytes: [UInt8], shape: [Int], size: Int) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    // How far apart two neighbours along each axis lie: in Fortran's order the first axis has stride 1.
    var strides: [Int] = []
    var step = size
    for axis in shape {
      strides.append(step)
      step *= axis
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = Array(repeating: 0, count: shape.count)
    var offset = 0
    while result.count < bytes.count {
      result += bytes[offset..<offset + size]
      // Count on: the last index first, and where it is at its end it starts over and the one before counts.
      for axis in shape.indices.reversed() {
        index[axis] += 1
        offset += strides[axis]
        if index[axis] < shape[axis] { break }
        offset -= strides[axis] * shape[axis]
        index[axis] = 0
      }
    }
    return result
  }
}
