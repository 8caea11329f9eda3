import Testing

@testable import TensorFiles

@Suite("Reading NumPy's files") struct NumPyReadingTests {
  private func array(_ name: String) throws -> StoredArray { try NumPyFile(path: Fixture.path(name)).array }

  @Test(
    "Signed numbers, also with the bytes and the axes in the other order",
    arguments: [StoredFormat.float64, .float32, .float16, .int64, .int32, .int16, .int8], ["", "-big-fortran"])
  func signed(format: StoredFormat, order: String) throws {
    let array = try array("\(format)\(order).npy")
    #expect(array.format == format)
    #expect(array.shape == [2, 3, 4])
    #expect(try array.doubles() == (-5..<19).map { Double($0) })
  }

  @Test("Unsigned numbers", arguments: [StoredFormat.uint64, .uint32, .uint16, .uint8])
  func unsigned(format: StoredFormat) throws {
    let array = try array("\(format).npy")
    #expect(array.format == format)
    #expect(try array.ints() == Array(0..<24))
  }

  @Test("Truth values, single numbers, vectors, empty arrays")
  func specialCases() throws {
    #expect(try array("bool.npy").bools() == [true, false, false, true])
    #expect(try array("bool.npy").shape == [2, 2])
    #expect(try array("scalar.npy").shape == [])
    #expect(try array("scalar.npy").doubles() == [42.5])
    #expect(try array("vector.npy").shape == [2])
    #expect(try array("vector.npy").floats() == [1, 2])
    #expect(try array("empty.npy").shape == [0, 3])
    #expect(try array("empty.npy").floats() == [])
  }

  @Test("Versions 2 and 3 of the format", arguments: ["version-2.npy", "version-3.npy"])
  func versions(name: String) throws {
    #expect(try array(name).floats() == (0..<24).map { Float($0) })
  }

  @Test(
    "Headers that others write",
    arguments: [
      ("{'shape':(3,),'descr':'<i2','fortran_order':False}", [3]),
      ("{\"descr\": \"i2\", \"fortran_order\": True, \"shape\": (3L, 1L)}", [3, 1]),
      ("  {  'descr' : '=i2' , 'fortran_order' : False , 'shape' : ( 1 , 3 , ) , }  \n\n", [1, 3]),
    ] as [(String, [Int])])
  func otherHeaders(text: String, shape: [Int]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(npyBytes(text) + [1, 0, 2, 0, 3, 0], to: "file")
    let array = try NumPyFile(path: path).array
    #expect(array.shape == shape)
    #expect(try array.ints() == [1, 2, 3])
  }
}
