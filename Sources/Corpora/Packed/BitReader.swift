/// Bits of bytes, the lowest of each byte first, as gzip and compress write them.
struct BitReader {
  private let bytes: ArraySlice<UInt8>
  /// How many bits have been read.
  private(set) var position = 0

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var bitsLeft: Int { bytes.count * 8 - position }

  /// The next bits as a number, the first one the lowest; `nil` if there are not so many.
  mutating func read(_ count: Int) -> Int? {
    guard count <= bitsLeft else { return nil }
    var (number, got) = (0, 0)
    while got < count {
      let byte = Int(bytes[bytes.startIndex + position >> 3]) >> (position & 7)
      let taken = min(8 - position & 7, count - got)
      number |= (byte & (1 << taken - 1)) << got
      got += taken
      position += taken
    }
    return number
  }

  mutating func skip(_ count: Int) { position = min(position + count, bytes.count * 8) }

  /// Goes to the beginning of the next byte, unless it is at one.
  mutating func alignToByte() { position = (position + 7) & ~7 }
}
