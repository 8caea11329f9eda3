/// What was wrong with the header of a `.npy` file, or with the bytes behind it.
public enum NumPyProblem: Error, Equatable, Sendable {
  case notNumPy(start: [UInt8])
  case unknownVersion(major: UInt8, minor: UInt8)
  case headerTooLong(byteCount: Int, limit: Int)
  case headerBeyondEnd(byteCount: Int, available: Int)
  case invalidHeader(column: Int, expectation: String)
  case unknownKey(String)
  case duplicateKey(String)
  case missingKey(String)
  case structuredFormat
  case unsupportedFormat(String)
  case dataSize(wanted: Int, found: Int)
  case cannotStore(StoredFormat)
  case tooManyAxes(count: Int, limit: Int)
}
