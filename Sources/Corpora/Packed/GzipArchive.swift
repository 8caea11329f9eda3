/// Bytes that the program gzip has made smaller: literal bytes, and pieces of what came before.
///
/// Sources: RFC 1952 for the frame, RFC 1951 for what is in it.
enum GzipArchive {
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The bytes as they were; `nil` if they are damaged or more than `limit`.
  static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard isArchive(bytes), bytes.count >= 18, bytes[2] == 8, let start = contentStart(bytes) else { return nil }
    guard start <= bytes.count - 8 else { return nil }
    var reader = BitReader(bytes[start..<bytes.count - 8])
    guard let output = inflated(&reader, limit: limit) else { return nil }
    // The last 8 bytes are a sum over what was packed, and its size.
    func number(_ offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[bytes.count - 8 + offset + $1]) << (8 * UInt32($1)) }
    }
    guard number(4) == UInt32(truncatingIfNeeded: output.count), number(0) == checksum(output) else { return nil }
    return output
  }

  /// Where the content begins, behind a name, a remark and the like.
  private static func contentStart(_ bytes: [UInt8]) -> Int? {
    let flags = bytes[3]
    var start = 10
    if flags & 4 != 0 {
      guard start + 2 <= bytes.count else { return nil }
      start += 2 + Int(bytes[start]) + Int(bytes[start + 1]) << 8
    }
    for flag: UInt8 in [8, 16] where flags & flag != 0 {
      guard start < bytes.count, let end = bytes[start...].firstIndex(of: 0) else { return nil }
      start = end + 1
    }
    return flags & 2 != 0 ? start + 2 : start
  }

  /// The cyclic redundancy check of RFC 1952, section 8.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = (0..<256).map { (number: UInt32) in
      (0..<8).reduce(number) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
    }
    return ~bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }
}
