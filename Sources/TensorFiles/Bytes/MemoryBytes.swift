/// Bytes that lie in memory, as an array of any kind of number; shared with the array, not copied.
struct MemoryBytes<Element: BitwiseCopyable & Sendable>: ByteSource {
  let elements: [Element]

  var byteCount: Int { elements.count * MemoryLayout<Element>.stride }

  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if !elements.isEmpty { try elements.withUnsafeBytes(body) }
  }

  func copy(to destination: UnsafeMutableRawBufferPointer) throws {
    elements.withUnsafeBytes { destination.copyMemory(from: $0) }
  }

  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    try elements.withUnsafeBytes(body)
  }
}
