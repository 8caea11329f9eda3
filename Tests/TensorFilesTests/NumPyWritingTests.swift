import TensorFiles
import Testing

@Suite("Writing NumPy's files") struct NumPyWritingTests {
  @Test(
    "What was read is written as NumPy has written it, byte for byte",
    arguments: [
      "float64", "float32", "float16", "int64", "int32", "int16", "int8", "uint64", "uint32", "uint16", "uint8", "bool",
      "scalar", "vector", "empty",
    ])
  func sameBytesAsNumPy(name: String) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/file"
    try NumPyFile.write(NumPyFile(path: Fixture.path("\(name).npy")).array, to: path)
    #expect(try fileBytes(path) == Fixture.bytes("\(name).npy"))
  }

  @Test("What was in another order is written in the usual one")
  func reordered() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/file"
    for name in ["float64", "int16"] {
      try NumPyFile.write(NumPyFile(path: Fixture.path("\(name)-big-fortran.npy")).array, to: path)
      #expect(try fileBytes(path) == Fixture.bytes("\(name).npy"))
    }
  }

  @Test("bfloat16 is refused, and so are more axes than NumPy reads")
  func refusals() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/file"
    let half = try StoredArray(shape: [1], floats: [1], format: .bfloat16)
    #expect(throws: TensorFileError.self) { try NumPyFile.write(half, to: path) }
    let many = try StoredArray(shape: Array(repeating: 1, count: 65), floats: [1])
    #expect(throws: TensorFileError.self) { try NumPyFile.write(many, to: path) }
    #expect(try folder.content.isEmpty)
    try NumPyFile.write(StoredArray(shape: Array(repeating: 1, count: 64), floats: [1]), to: path)
    #expect(try NumPyFile(path: path).array.shape.count == 64)
  }
}
