extension SafetensorsHeader {
  /// Reads and checks the header of a file.
  /// - Returns: the header, and where in the file the numbers begin.
  static func read(from file: OpenFile) throws -> (header: SafetensorsHeader, dataStart: Int) {
    func refused(_ problem: HeaderProblem) -> TensorFileError { TensorFileError(file: file.path, .header(problem)) }

    guard file.byteCount >= lengthByteCount else { throw refused(.fileTooShort(byteCount: file.byteCount)) }
    let length = try file.bytes(in: 0..<lengthByteCount).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    guard length <= longest else {
      // "PK" and two more bytes begin an archive.
      throw refused(length & 0xFFFF_FFFF == 0x0403_4B50 ? .archive : .tooLong(byteCount: length, limit: longest))
    }
    let dataStart = lengthByteCount + Int(length)
    guard dataStart <= file.byteCount else {
      throw refused(.beyondEnd(byteCount: Int(length), available: file.byteCount - lengthByteCount))
    }
    let header = try SafetensorsHeader(
      parsing: file.bytes(in: lengthByteCount..<dataStart), dataByteCount: file.byteCount - dataStart, path: file.path)
    return (header, dataStart)
  }

  /// Reads the JSON of a header and checks it against the bytes that follow.
  init(parsing bytes: [UInt8], dataByteCount: Int, path: String) throws {
    guard bytes.first == UInt8(ascii: "{") else {
      throw TensorFileError(file: path, .header(.wrongStart(byte: bytes.first)))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw TensorFileError(file: path, .header(.notUTF8)) }
    self = try SafetensorsHeaderParser(path: path).parse(bytes)
    try checkEntries(dataByteCount: dataByteCount, path: path)
  }
}
