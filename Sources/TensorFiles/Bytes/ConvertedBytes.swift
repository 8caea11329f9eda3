/// Floats in memory that become numbers of another format piece by piece, while they are read: the converted array never
/// stands in memory as a whole.
struct ConvertedBytes: ByteSource {
  /// A format that a `Float` is converted to.
  enum Format {
    case float64
    case float16
    case bfloat16
  }

  let floats: [Float]
  let format: Format

  var byteCount: Int {
    switch format {
    case .float64: floats.count * MemoryLayout<Double>.stride
    case .float16: floats.count * MemoryLayout<Half>.stride
    case .bfloat16: floats.count * MemoryLayout<BFloat16>.stride
    }
  }

  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    switch format {
    case .float64: try forEachPiece(of: Double.self, body)
    case .float16: try forEachPiece(of: Half.self, body)
    case .bfloat16: try forEachPiece(of: BFloat16.self, body)
    }
  }

  private func forEachPiece<Stored: ConvertibleFromFloat>(
    of type: Stored.Type, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let piece = UnsafeMutableBufferPointer<Stored>.allocate(capacity: pieceByteCount / MemoryLayout<Stored>.stride)
    defer { piece.deallocate() }
    try floats.withUnsafeBufferPointer { floats in
      try forEachRange(of: floats.count, step: piece.count) { range in
        let part = UnsafeBufferPointer(rebasing: floats[range])
        for index in part.indices { piece[index] = Stored(part[index]) }
        try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: piece[..<part.count])))
      }
    }
  }

  func copy(to destination: UnsafeMutableRawBufferPointer) throws {
    var rest = destination[...]
    try forEachPiece { piece in
      UnsafeMutableRawBufferPointer(rebasing: rest).copyMemory(from: piece)
      rest = rest.dropFirst(piece.count)
    }
  }

  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: 64)
    defer { bytes.deallocate() }
    try copy(to: bytes)
    return try body(UnsafeRawBufferPointer(bytes))
  }
}
