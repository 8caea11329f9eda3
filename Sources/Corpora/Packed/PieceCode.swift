/// Bytes as the old program compress makes them smaller: each number stands for a piece that came before and one more byte.
///
/// Source: Welch, A Technique for High-Performance Data Compression, 1984.
enum PieceCode {
  /// How many bits a number has at most.
  private static let widest = 16
  /// The first 256 numbers stand for one byte each, and this one for "forget all pieces".
  private static let clearing = 256

  /// The bytes as they were; `nil` if they are damaged or more than `limit`.
  static func unpacked(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var bits = BitReader(bytes)
    var output: [UInt8] = []
    // What each further number stands for, as a range of the output.
    let firstPiece = clearing + 1
    var pieces: [Range<Int>] = []
    var (width, previous, groupStart) = (9, 0..<0, 0)

    // Numbers are written eight at a time; what is left of a group when the width changes is filled up.
    func fillGroup() {
      let used = bits.position - groupStart
      bits.skip((width * 8 - used % (width * 8)) % (width * 8))
      groupStart = bits.position
    }
    while bits.bitsLeft >= width, let number = bits.read(width) {
      if number == clearing {
        fillGroup()
        (pieces, width, previous) = ([], 9, 0..<0)
        continue
      }
      let start = output.count
      if number < clearing {
        output.append(UInt8(number))
      } else if number - firstPiece < pieces.count {
        output += output[pieces[number - firstPiece]]
      } else {
        // The piece that is being made: the previous one and its own first byte.
        guard number - firstPiece == pieces.count, !previous.isEmpty, firstPiece + pieces.count < 1 << widest else {
          return nil
        }
        output += output[previous]
        output.append(output[previous.lowerBound])
      }
      guard output.count <= limit else { return nil }
      if !previous.isEmpty, firstPiece + pieces.count < 1 << widest {
        pieces.append(previous.lowerBound..<previous.upperBound + 1)
      }
      previous = start..<output.count
      if firstPiece + pieces.count >= 1 << width, width < widest {
        fillGroup()
        width += 1
      }
    }
    return output
  }
}
