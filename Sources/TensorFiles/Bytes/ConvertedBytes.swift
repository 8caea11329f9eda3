/// Numbers in memory that become numbers of another kind piece by piece, while they are read: the converted array never
/// stands in memory as a whole.
struct ConvertedBytes<Element: Sendable, Stored: BitwiseCopyable>: ByteSource {
  let elements: [Element]
  let convert: @Sendable (Element) -> Stored

  var byteCount: Int { elements.count * MemoryLayout<Stored>.stride }

  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try forEachRange(of: elements.count, step: pieceByteCount / MemoryLayout<Stored>.stride) { range in
      try elements[range].map(convert).withUnsafeBytes(body)
    }
  }

  func copy(to destination: UnsafeMutableRawBufferPointer) throws {
    var position = 0
    try forEachPiece { piece in
      UnsafeMutableRawBufferPointer(rebasing: destination[position...]).copyMemory(from: piece)
      position += piece.count
    }
  }

  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    try elements.map(convert).withUnsafeBytes(body)
  }
}
