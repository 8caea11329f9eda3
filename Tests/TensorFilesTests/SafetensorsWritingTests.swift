import TensorFiles
import Testing

@Suite("Writing safetensors") struct SafetensorsWritingTests {
  @Test("What was read is written as Python has written it, byte for byte")
  func sameBytesAsPython() throws {
    let folder = try TemporaryFolder()
    for name in ["formats.safetensors", "nothing.safetensors"] {
      let file = try SafetensorsFile(path: Fixture.path(name))
      let arrays = try Dictionary(uniqueKeysWithValues: file.names.map { ($0, try file[$0]) })
      try SafetensorsFile.write(arrays, metadata: file.metadata, to: "\(folder.path)/\(name)")
      #expect(try fileBytes("\(folder.path)/\(name)") == Fixture.bytes(name))
    }
  }

  @Test("Numbers in memory are written in the same bytes")
  func fromMemory() throws {
    let floats: [Float] = [0, -0.0, 1.5, -2.25, .infinity, 0x1p-24]
    let integers = [0, 1, 2, 3, 100, 127]
    var arrays = [
      "bool": try StoredArray(shape: [3], bools: [true, false, true]),
      "scalar": try StoredArray(shape: [], floats: [42]),
      "empty": try StoredArray(shape: [0, 3], floats: []),
      "name \"é\" 🎈\n\u{8}\u{C}\u{1}": try StoredArray(shape: [1], ints: [7]),
      "int64": try StoredArray(shape: [3, 2], ints: integers),
      "float64": try StoredArray(shape: [2, 3], doubles: floats.map { Double($0) }),
    ]
    for format in [StoredFormat.float32, .float16, .bfloat16] {
      arrays[format.rawValue] = try StoredArray(shape: [2, 3], floats: floats, format: format)
    }
    for format in [StoredFormat.int32, .int16, .int8, .uint64, .uint32, .uint16, .uint8] {
      // Small numbers: the bytes of an Int, but for the zeros at its end.
      let bytes = integers.flatMap { littleEndianBytes($0).prefix(format.byteCount) }
      arrays[format.rawValue] = try StoredArray(shape: [3, 2], format: format, bytes: bytes)
    }
    let folder = try TemporaryFolder()
    try SafetensorsFile.write(arrays, metadata: ["format": "pt"], to: "\(folder.path)/file")
    #expect(try fileBytes("\(folder.path)/file") == Fixture.bytes("formats.safetensors"))
  }

  @Test("Tensors of more than one piece come back whole")
  func severalPieces() throws {
    let folder = try TemporaryFolder()
    // A piece has 2¹⁸ bytes: these are three of them in float32 and two in the halves.
    let floats = (0..<150_001).map { Float($0 % 256) }
    let doubles = floats.map { Double($0) + 0.25 }
    var arrays = ["float64": try StoredArray(shape: [150_001], doubles: doubles)]
    for format in [StoredFormat.float32, .float16, .bfloat16] {
      arrays[format.rawValue] = try StoredArray(shape: [150_001], floats: floats, format: format)
    }
    try SafetensorsFile.write(arrays, to: "\(folder.path)/file")
    let file = try SafetensorsFile(path: "\(folder.path)/file")
    for format in [StoredFormat.float32, .float16, .bfloat16] {
      #expect(try file[format.rawValue].floats() == floats)
    }
    #expect(try file["float64"].doubles() == doubles)
  }

  @Test("The order of texts and tensors does not depend on the dictionary")
  func determinism() throws {
    let folder = try TemporaryFolder()
    let names = (0..<50).map { "tensor \($0)" }
    var files: Set<[UInt8]> = []
    for order in [names, names.reversed(), names.shuffled()] {
      var arrays: [String: StoredArray] = [:]
      var texts: [String: String] = [:]
      for name in order {
        arrays[name] = try StoredArray(shape: [], floats: [1])
        texts[name] = name
      }
      try SafetensorsFile.write(arrays, metadata: texts, to: "\(folder.path)/file")
      files.insert(try fileBytes("\(folder.path)/file"))
    }
    #expect(files.count == 1)
  }

  @Test("Names go by their bytes, as Python sorts them, and come back")
  func order() throws {
    // U+E000 sorts before U+1F388 in bytes; Swift's own order of strings is by characters.
    let names = ["B", "a", "a\u{1}\u{8}\u{C}\\", "e\u{301}", "z", "\u{E000}", "\u{1F388}"]
    let arrays = try Dictionary(uniqueKeysWithValues: names.map { ($0, try StoredArray(shape: [], floats: [1])) })
    let folder = try TemporaryFolder()
    try SafetensorsFile.write(arrays, to: "\(folder.path)/file")
    #expect(try SafetensorsFile(path: "\(folder.path)/file").names == names)
  }

  @Test("A file can be written over the one that its tensors come from")
  func overItself() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Fixture.bytes("formats.safetensors"), to: "file")
    let array = try SafetensorsFile(path: path)["float16"]
    try SafetensorsFile.write(["half": array], to: path)
    #expect(try SafetensorsFile(path: path).names == ["half"])
    #expect(try array.floats() == SafetensorsFile(path: path)["half"].floats())
    #expect(try folder.content == ["file"])
  }

  @Test("The name that is kept for texts is refused")
  func reservedName() throws {
    let folder = try TemporaryFolder()
    let array = try StoredArray(shape: [], floats: [1])
    #expect(throws: TensorFileError.self) {
      try SafetensorsFile.write(["__metadata__": array], to: "\(folder.path)/file")
    }
    #expect(try folder.content.isEmpty)
  }
}
