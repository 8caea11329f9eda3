extension NumPyHeader {
  /// Reads the header of a file.
  /// - Returns: the header, and where in the file the numbers begin.
  static func read(from file: OpenFile) throws -> (header: NumPyHeader, dataStart: Int) {
    func refused(_ problem: NumPyProblem) -> TensorFileError { TensorFileError(file: file.path, .numPy(problem)) }

    // The magic bytes, the version, and four bytes of which version 1 uses two.
    let start = try file.bytes(in: 0..<min(file.byteCount, magic.count + 6))
    guard start.starts(with: magic), start.count >= magic.count + 4 else {
      throw refused(.notNumPy(start: Array(start.prefix(magic.count))))
    }
    let (major, minor) = (start[magic.count], start[magic.count + 1])
    guard 1...3 ~= major, minor == 0 else { throw refused(.unknownVersion(major: major, minor: minor)) }
    let lengthEnd = magic.count + (major == 1 ? 4 : 6)
    guard start.count >= lengthEnd else { throw refused(.notNumPy(start: Array(start.prefix(magic.count)))) }
    let length = start[magic.count + 2..<lengthEnd].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= longest else { throw refused(.headerTooLong(byteCount: length, limit: longest)) }
    guard lengthEnd + length <= file.byteCount else {
      throw refused(.headerBeyondEnd(byteCount: length, available: file.byteCount - lengthEnd))
    }
    var parser = NumPyHeaderParser(bytes: try file.bytes(in: lengthEnd..<lengthEnd + length))
    do {
      return (try parser.parse(), lengthEnd + length)
    } catch let problem as NumPyProblem {
      throw refused(problem)
    }
  }
}
