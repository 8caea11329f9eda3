/// Where the bytes of an array come from: memory, or a file that is read when they are asked for.
protocol ByteSource: Sendable {
  var byteCount: Int { get }

  /// Hands over the bytes from first to last, one piece after the other. Each piece but the last is a multiple of eight
  /// bytes long and begins at an address that is one, so that each number lies whole and in place.
  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws -> Void) throws

  /// Copies all bytes to `destination`, which is ``byteCount`` long.
  func copy(to destination: UnsafeMutableRawBufferPointer) throws

  /// Lends all bytes in one block, without a copy where that can be done.
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result
}

/// The most bytes that a piece has. Small enough to stay in the processor's cache between reading and converting.
let pieceByteCount = 1 << 18

/// Calls `body` with consecutive ranges of at most `step` that together are `0..<count`.
func forEachRange(of count: Int, step: Int, _ body: (Range<Int>) throws -> Void) rethrows {
  var start = 0
  while start < count {
    let end = start + min(step, count - start)
    try body(start..<end)
    start = end
  }
}
