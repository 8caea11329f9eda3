/// What was wrong with the header of a safetensors file, or with where it says that the tensors lie.
public enum HeaderProblem: Error, Equatable, Sendable {
  case fileTooShort(byteCount: Int)
  /// The file begins as an archive does.
  case archive
  case tooLong(byteCount: UInt64, limit: Int)
  case beyondEnd(byteCount: Int, available: Int)
  case notUTF8
  case wrongStart(byte: UInt8?)
  case invalidJSON(line: Int, column: Int, expectation: String)
  case duplicateName
  case duplicateField(String)
  case missingField(String)
  case duplicateMetadata(key: String?)
  case unknownFormat(String)
  case unsupportedFormat(String)
  case reversedOffsets(begin: Int, end: Int)
  case offsetsBeyondEnd(end: Int, available: Int)
  case overlap(with: String, from: Int, to: Int)
  case hole(from: Int, to: Int)
  case trailingBytes(from: Int, to: Int)
}
