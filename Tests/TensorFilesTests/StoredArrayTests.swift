import Glibc
import Testing

@testable import TensorFiles

@Suite("Stored arrays") struct StoredArrayTests {
  private func problem(_ body: () throws -> Void) -> TensorFileProblem? {
    do {
      try body()
      return nil
    } catch {
      return (error as? TensorFileError)?.problem
    }
  }

  @Test("As many numbers as the shape asks for")
  func making() throws {
    #expect(
      problem { _ = try StoredArray(shape: [2, 3], floats: [1]) }
        == .sizeMismatch(shape: [2, 3], .float32, wanted: 24, found: 4))
    #expect(
      problem { _ = try StoredArray(shape: [1], format: .int16, bytes: [1]) }
        == .sizeMismatch(shape: [1], .int16, wanted: 2, found: 1))
    #expect(problem { _ = try StoredArray(shape: [-1, -1], ints: [1]) } == .impossibleShape([-1, -1], .int64))
    #expect(problem { _ = try StoredArray(shape: [1 << 62], bools: []) } != nil)
    #expect(problem { _ = try StoredArray(shape: [1 << 62], doubles: []) } == .impossibleShape([1 << 62], .float64))
    #expect(
      problem { _ = try StoredArray(shape: [1], floats: [1], format: .int8) }
        == .wrongKind(stored: .int8, wanted: .floatingPoint))
    #expect(try StoredArray(shape: [], floats: [3]).count == 1)
  }

  @Test("Integers and truth values are not made of other numbers")
  func wrongKinds() throws {
    for format in [StoredFormat.float64, .float32, .float16, .bfloat16] {
      let array = try StoredArray(shape: [1], floats: [1], format: format)
      #expect(problem { _ = try array.ints() } == .wrongKind(stored: format, wanted: .integers))
      #expect(problem { _ = try array.bools() } == .wrongKind(stored: format, wanted: .truthValues))
    }
    let bytes = try StoredArray(shape: [1], format: .uint8, bytes: [1])
    #expect(problem { _ = try bytes.bools() } == .wrongKind(stored: .uint8, wanted: .truthValues))
  }

  @Test("Integers keep their sign and their last digit")
  func integers() throws {
    let large = try StoredArray(shape: [3], ints: [.min, .max, (1 << 53) + 1])
    #expect(try large.ints() == [.min, .max, (1 << 53) + 1])
    #expect(try large.doubles() == [-0x1p63, 0x1p63, 0x1p53])
    // Just above the middle between two neighbours of Float: rounded twice, by way of Double, it would go down.
    let betweenFloats = (1 << 60) + (1 << 36) + 1
    #expect(try StoredArray(shape: [1], ints: [betweenFloats]).floats() == [0x1p60 + 0x1p37])
    let unsigned = try StoredArray(shape: [1], format: .uint64, bytes: littleEndianBytes(UInt64.max))
    #expect(problem { _ = try unsigned.ints() } == .integerTooLarge(about: 0x1p64))
    #expect(try unsigned.doubles() == [0x1p64])
    #expect(try unsigned.floats() == [0x1p64])
    for format in [StoredFormat.int32, .int16, .int8] {
      let bytes = littleEndianBytes(-2).prefix(format.byteCount)
      #expect(try StoredArray(shape: [1], format: format, bytes: Array(bytes)).ints() == [-2])
    }
    for format in [StoredFormat.uint32, .uint16, .uint8] {
      let bytes = littleEndianBytes(-2).prefix(format.byteCount)
      #expect(
        try StoredArray(shape: [1], format: format, bytes: Array(bytes)).ints() == [1 << (8 * format.byteCount) - 2])
    }
  }

  @Test("Every byte but 0 is true")
  func truthValues() throws {
    let array = try StoredArray(shape: [4], format: .bool, bytes: [0, 1, 2, 255])
    #expect(try array.bools() == [false, true, true, true])
    #expect(try array.ints() == [0, 1, 1, 1])
    #expect(try array.floats() == [0, 1, 1, 1])
  }

  @Test("Numbers are read to memory of one's own, if it has the right size")
  func copying() throws {
    let array = try StoredArray(shape: [3], floats: [1, 2, 3], format: .bfloat16)
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: 4)
    defer { room.deallocate() }
    room.initialize(repeating: 9)
    try array.copyFloats(into: UnsafeMutableBufferPointer(rebasing: room[..<3]))
    #expect(Array(room) == [1, 2, 3, 9])
    #expect(problem { try array.copyFloats(into: room) } == .wrongRoom(room: 4, shape: [3], count: 3))
  }

  @Test("The bytes of numbers in memory are lent as they would be written")
  func lending() throws {
    let array = try StoredArray(shape: [2], floats: [1, -2], format: .bfloat16)
    #expect(try array.withUnsafeBytes { Array($0) } == [0x80, 0x3F, 0x00, 0xC0])
    #expect(try array.bytes() == [0x80, 0x3F, 0x00, 0xC0])
  }

  @Test("A file that is shortened while it is open is an error, not the end of the process")
  func shortening() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/file"
    let numbers = Array(repeating: Float(1), count: 100_000)
    try SafetensorsFile.write(
      ["a": StoredArray(shape: [100_000], floats: numbers), "b": StoredArray(shape: [2], ints: [1, 2])], to: path)
    let file = try SafetensorsFile(path: path)
    let size = try fileBytes(path).count
    truncate(path, 5000)
    let expected = TensorFileProblem.shortened(from: size, to: 5000)
    #expect(problem { _ = try file["a"].floats() } == expected)
    #expect(problem { _ = try file["a"].doubles() } == expected)
    #expect(problem { _ = try file["a"].bytes() } == expected)
    #expect(problem { _ = try file["a"].withUnsafeBytes { $0.count } } == expected)
    #expect(problem { try SafetensorsFile.write(["a": file["a"]], to: "\(folder.path)/copy") } == expected)
    #expect(try file["b"].ints() == [1, 2])
    #expect(try folder.content == ["file"])
  }

  @Test("More numbers than the machine has memory are refused before anything is allocated")
  func tooLarge() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/file"
    // A file with a hole: 1 TB of zeros that take no room on the disk.
    let count = 1 << 40
    try folder.write(
      safetensorsBytes(#"{"a":{"dtype":"U8","shape":[\#(count)],"data_offsets":[0,\#(count)]}}"#), to: "file")
    try #require(truncate(path, off_t(try fileBytes(path).count + count)) == 0)
    let array = try SafetensorsFile(path: path)["a"]
    #expect(problem { _ = try array.floats() } == .doesNotFitIntoMemory(shape: [count], memory: Memory.byteCount))
  }
}
