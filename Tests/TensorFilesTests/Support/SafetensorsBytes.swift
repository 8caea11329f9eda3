@testable import TensorFiles

/// The bytes of a safetensors file with any header and as many zeros behind it as wanted.
func safetensorsBytes(_ header: String, dataByteCount: Int = 0) -> [UInt8] {
  safetensorsBytes(Array(header.utf8), dataByteCount: dataByteCount)
}

func safetensorsBytes(_ header: [UInt8], dataByteCount: Int = 0) -> [UInt8] {
  littleEndianBytes(UInt64(header.count)) + header + Array(repeating: 0, count: dataByteCount)
}

func littleEndianBytes(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// What a file with these bytes is refused for; `nil` if it is not.
func refusal(_ bytes: [UInt8], open: (String) throws -> Void) throws -> TensorFileError? {
  let folder = try TemporaryFolder()
  let path = try folder.write(bytes, to: "file")
  do {
    try open(path)
    return nil
  } catch let error as TensorFileError {
    return error
  }
}
