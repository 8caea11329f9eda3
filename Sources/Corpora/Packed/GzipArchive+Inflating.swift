extension GzipArchive {
  /// Reads blocks up to the one that is marked as the last.
  static func inflated(_ bits: inout BitReader, limit: Int) -> [UInt8]? {
    var output: [UInt8] = []
    while true {
      guard let isLast = bits.read(1), let kind = bits.read(2) else { return nil }
      switch kind {
      case 0: guard copyStored(&bits, &output, limit) else { return nil }
      case 1: guard read(fixedCodes, &bits, &output, limit) else { return nil }
      case 2: guard let codes = readCodes(&bits), read(codes, &bits, &output, limit) else { return nil }
      default: return nil
      }
      if isLast == 1 { return output }
    }
  }

  private typealias Codes = (literals: HuffmanCode, distances: HuffmanCode)

  private static var fixedCodes: Codes {
    let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
    return (HuffmanCode(lengths: lengths), HuffmanCode(lengths: Array(repeating: 5, count: 30)))
  }

  private static func copyStored(_ bits: inout BitReader, _ output: inout [UInt8], _ limit: Int) -> Bool {
    bits.alignToByte()
    guard let count = bits.read(16), let inverse = bits.read(16), count ^ inverse == 0xFFFF else { return false }
    guard output.count + count <= limit else { return false }
    for _ in 0..<count {
      guard let byte = bits.read(8) else { return false }
      output.append(UInt8(byte))
    }
    return true
  }

  /// The codes of a block, which are written as lengths, which are written in a code themselves.
  private static func readCodes(_ bits: inout BitReader) -> Codes? {
    guard let moreLiterals = bits.read(5), let moreDistances = bits.read(5), let moreLengths = bits.read(4) else {
      return nil
    }
    var lengthLengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for symbol in order.prefix(moreLengths + 4) {
      guard let length = bits.read(3) else { return nil }
      lengthLengths[symbol] = length
    }
    let lengthCode = HuffmanCode(lengths: lengthLengths)
    let wanted = moreLiterals + 257 + moreDistances + 1
    var lengths: [Int] = []
    while lengths.count < wanted {
      guard let symbol = lengthCode.read(&bits) else { return nil }
      guard symbol > 15 else {
        lengths.append(symbol)
        continue
      }
      let (width, least) = symbol == 16 ? (2, 3) : symbol == 17 ? (3, 3) : (7, 11)
      guard let more = bits.read(width), symbol != 16 || !lengths.isEmpty else { return nil }
      let length = symbol == 16 ? lengths[lengths.count - 1] : 0
      lengths += Array(repeating: length, count: least + more)
    }
    guard lengths.count == wanted else { return nil }
    return (
      HuffmanCode(lengths: Array(lengths.prefix(moreLiterals + 257))),
      HuffmanCode(lengths: Array(lengths.dropFirst(moreLiterals + 257)))
    )
  }

  private static func read(_ codes: Codes, _ bits: inout BitReader, _ output: inout [UInt8], _ limit: Int) -> Bool {
    while let symbol = codes.literals.read(&bits), output.count <= limit {
      if symbol == 256 { return true }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      guard let length = length(symbol - 257, &bits), let kind = codes.distances.read(&bits),
        let distance = distance(kind, &bits), distance <= output.count, output.count + length <= limit
      else { return false }
      // The piece may reach into what it makes itself.
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
    return false
  }

  /// How long a piece is: 3 to 258, in steps that double after every four. RFC 1951, section 3.2.5.
  private static func length(_ kind: Int, _ bits: inout BitReader) -> Int? {
    guard kind <= 28 else { return nil }
    if kind < 8 { return kind + 3 }
    if kind == 28 { return 258 }
    let width = kind / 4 - 1
    return bits.read(width).map { (4 + kind % 4) << width + 3 + $0 }
  }

  /// How far back a piece begins: 1 to 32768, in steps that double after every two.
  private static func distance(_ kind: Int, _ bits: inout BitReader) -> Int? {
    guard kind <= 29 else { return nil }
    if kind < 4 { return kind + 1 }
    let width = kind / 2 - 1
    return bits.read(width).map { (2 + kind % 2) << width + 1 + $0 }
  }
}
