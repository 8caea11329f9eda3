import TensorFiles
import Testing

@Suite("Reading safetensors") struct SafetensorsReadingTests {
  private let file: SafetensorsFile

  init() throws { file = try SafetensorsFile(path: Fixture.path("formats.safetensors")) }

  @Test("Names come in the order of the file, with the texts about it")
  func contents() {
    #expect(
      file.names == [
        "uint64", "int64", "name \"é\" 🎈\n\u{8}\u{C}\u{1}", "float64", "empty", "float32", "scalar", "uint32", "int32",
        "bfloat16",
        "float16", "uint16", "int16", "int8", "uint8", "bool",
      ])
    #expect(file.metadata == ["format": "pt"])
    #expect(file.contains("bool"))
    #expect(!file.contains("Bool"))
    #expect(file.path.hasSuffix("formats.safetensors"))
  }

  @Test("Every format for floating point", arguments: [StoredFormat.float64, .float32, .float16, .bfloat16])
  func floatingPoint(format: StoredFormat) throws {
    let array = try file[format.rawValue]
    #expect(array.format == format)
    #expect(array.shape == [2, 3])
    #expect(array.byteCount == 6 * format.byteCount)
    // The numbers in `make_fixtures.py`, all of which every one of the formats has exactly.
    let expected: [Double] = [0, -0.0, 1.5, -2.25, .infinity, 0x1p-24]
    #expect(try array.doubles().map(\.bitPattern) == expected.map(\.bitPattern))
    #expect(try array.floats().map(\.bitPattern) == expected.map { Float($0).bitPattern })
  }

  @Test(
    "Every format for integers",
    arguments: [StoredFormat.int64, .int32, .int16, .int8, .uint64, .uint32, .uint16, .uint8])
  func integers(format: StoredFormat) throws {
    let array = try file[format.rawValue]
    #expect(array.format == format)
    #expect(array.shape == [3, 2])
    #expect(try array.ints() == [0, 1, 2, 3, 100, 127])
    #expect(try array.floats() == [0, 1, 2, 3, 100, 127])
    #expect(try array.doubles() == [0, 1, 2, 3, 100, 127])
  }

  @Test("Truth values, single numbers, empty tensors, names of any letters")
  func specialCases() throws {
    #expect(try file["bool"].bools() == [true, false, true])
    #expect(try file["bool"].ints() == [1, 0, 1])
    #expect(try file["bool"].floats() == [1, 0, 1])
    #expect(try file["scalar"].shape == [])
    #expect(try file["scalar"].floats() == [42])
    #expect(try file["empty"].shape == [0, 3])
    #expect(try file["empty"].floats() == [])
    #expect(try file["name \"é\" 🎈\n\u{8}\u{C}\u{1}"].ints() == [7])
  }

  @Test("A file without tensors")
  func nothing() throws {
    let file = try SafetensorsFile(path: Fixture.path("nothing.safetensors"))
    #expect(file.names.isEmpty)
    #expect(file.metadata.isEmpty)
  }

  @Test("A header without padding, and numbers at odd addresses")
  func unaligned() throws {
    let folder = try TemporaryFolder()
    let header =
      #"{"b":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]},"x":{"shape":[1],"dtype":"F64","#
      + #""later":{"a":[null]},"data_offsets":[1,9]}}"#
    let bytes = safetensorsBytes(header) + [1] + littleEndianBytes((2.5).bitPattern)
    let file = try SafetensorsFile(path: folder.write(bytes, to: "file"))
    #expect(try file["x"].doubles() == [2.5])
    #expect(try file["x"].floats() == [2.5])
    let viaMap = try file["x"].withUnsafeBytes { Double(bitPattern: $0.loadUnaligned(as: UInt64.self)) }
    #expect(viaMap == 2.5)
  }

  @Test("An array outlives the file that it came from")
  func lifetime() throws {
    let array = try SafetensorsFile(path: Fixture.path("formats.safetensors"))["int32"]
    #expect(try array.ints() == [0, 1, 2, 3, 100, 127])
    #expect(try array.bytes() == [0, 1, 2, 3, 100, 127].flatMap { littleEndianBytes(Int32($0)) })
    #expect(try array.withUnsafeBytes { Array($0) } == array.bytes())
  }

  @Test("A name that is not there is answered with those that are")
  func unknownName() throws {
    #expect(throws: TensorFileError.self) { try file["weight"] }
    do {
      _ = try file["model.scalar"]
    } catch let error as TensorFileError {
      #expect(error.problem == .noSuchTensor(name: "model.scalar", known: file.names))
      #expect(error.description.hasSuffix("There is no tensor 'model.scalar'. Did you mean 'scalar'?"))
    }
  }
}
