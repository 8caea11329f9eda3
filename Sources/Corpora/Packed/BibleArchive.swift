/// The file of the package `bible-kjv-text`: windows of text, each packed by itself as the program compress does it.
///
/// After a head of 84 bytes come, as numbers of four bytes with the highest first, the size of a window, their count, and
/// where each begins.
enum BibleArchive {
  private static let header = 84

  /// The text as it was; `nil` if the file is damaged or the text has more bytes than `limit`.
  static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    func number(_ offset: Int) -> Int? {
      guard offset + 4 <= bytes.count else { return nil }
      return bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    guard bytes.starts(with: "EC02".utf8), let size = number(header), let count = number(header + 4) else { return nil }
    guard count <= bytes.count / 4, size <= limit else { return nil }
    let starts = (0..<count).compactMap { number(header + 8 + 4 * $0) }
    guard starts.count == count else { return nil }
    var output: [UInt8] = []
    for (start, end) in zip(starts, starts.dropFirst() + [bytes.count]) {
      guard 0...end ~= start, end <= bytes.count, let window = PieceCode.unpacked(bytes[start..<end], limit: size)
      else { return nil }
      output += window
      guard output.count <= limit else { return nil }
    }
    return output
  }
}
