/// The bytes of a part of a file, read when they are asked for.
struct FileRegion: ByteSource {
  let file: OpenFile
  let range: Range<Int>

  var byteCount: Int { range.count }

  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: min(pieceByteCount, byteCount), alignment: 64)
    defer { piece.deallocate() }
    try forEachRange(of: byteCount, step: pieceByteCount) { part in
      let bytes = UnsafeMutableRawBufferPointer(rebasing: piece[..<part.count])
      try file.read(to: bytes, at: range.lowerBound + part.lowerBound)
      try body(UnsafeRawBufferPointer(bytes))
    }
  }

  func copy(to destination: UnsafeMutableRawBufferPointer) throws {
    try file.read(to: destination, at: range.lowerBound)
  }

  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    try file.withMappedBytes(in: range, body)
  }
}
