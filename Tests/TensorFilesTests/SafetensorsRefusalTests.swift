import Testing

@testable import TensorFiles

@Suite("Refusing safetensors") struct SafetensorsRefusalTests {
  private func refused(_ bytes: [UInt8]) throws -> TensorFileError? {
    try refusal(bytes) { _ = try SafetensorsFile(path: $0) }
  }

  @Test(
    "A start that is none",
    arguments: [
      ([], .fileTooShort(byteCount: 0)), ([1, 2, 3], .fileTooShort(byteCount: 3)),
      (Array(repeating: 0xFF, count: 20), .tooLong(byteCount: .max, limit: 100_000_000)),
      ([0x50, 0x4B, 0x03, 0x04, 0x00, 0x00, 0x08, 0x08, 0x00, 0x00], .archive),
      (littleEndianBytes(UInt64(100_000_001)), .tooLong(byteCount: 100_000_001, limit: 100_000_000)),
      (littleEndianBytes(UInt64(100_000_000)), .beyondEnd(byteCount: 100_000_000, available: 0)),
      (littleEndianBytes(UInt64(3)) + [0x7B, 0x7D], .beyondEnd(byteCount: 3, available: 2)),
      (littleEndianBytes(UInt64(0)), .wrongStart(byte: nil)), (safetensorsBytes(" {}"), .wrongStart(byte: 0x20)),
      (safetensorsBytes("[]"), .wrongStart(byte: 0x5B)), (safetensorsBytes("\u{FEFF}{}"), .wrongStart(byte: 0xEF)),
      (safetensorsBytes([0x7B, 0x22, 0xFF, 0x22, 0x3A]), .notUTF8),
      (safetensorsBytes([0x7B, 0x22, 0xED, 0xA0, 0x80, 0x22]), .notUTF8),
    ] as [([UInt8], HeaderProblem)])
  func wrongStart(bytes: [UInt8], problem: HeaderProblem) throws {
    #expect(try refused(bytes)?.problem == .header(problem))
  }

  @Test(
    "JSON that is none, or says other things than it should",
    arguments: [
      ("{", "a name in quotes"), ("{}x", "the end of the text"), ("{}\0", "the end of the text"),
      (#"{"a":1}"#, "'{'"), (#"{"a":[]}"#, "'{'"), (#"{"a":{"dtype":1}}"#, "the name of a format in quotes"),
      (#"{"a":{"shape":{}}}"#, "'['"),
      (#"{"a":{"data_offsets":[0]}}"#, "two offsets, where the tensor begins and ends"),
      (#"{"a":{"data_offsets":[0,0,0]}}"#, "two offsets, where the tensor begins and ends"),
      (#"{"__metadata__":{"a":1}}"#, "a text in quotes, as every value of __metadata__"),
      (#"{"__metadata__":[]}"#, "'{'"),
    ])
  func wrongJSON(header: String, expectation: String) throws {
    guard case .header(.invalidJSON(_, _, let found)) = try refused(safetensorsBytes(header))?.problem else {
      Issue.record("not refused: \(header)")
      return
    }
    #expect(found == expectation)
  }

  @Test(
    "Sizes that are no sizes",
    arguments: ["-1", "1.0", "1.5", "1e3", "9223372036854775808", "\"1\"", "null", "[1]", "true", "NaN"])
  func wrongSize(text: String) throws {
    for field in ["shape", "data_offsets"] {
      let error = try refused(safetensorsBytes(#"{"a":{"\#(field)":[0,\#(text)]}}"#))
      guard case .header(.invalidJSON) = error?.problem else {
        Issue.record("\(field): \(error as Any)")
        continue
      }
    }
  }

  @Test(
    "Things that stand twice or are left out",
    arguments: [
      (#"{"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]},"a":{}}"#, "a", .duplicateName),
      (#"{"\u0061":{"dtype":"U8","shape":[],"data_offsets":[0,1]},"a":{}}"#, "a", .duplicateName),
      (#"{"a":{"dtype":"U8","dtype":"U8"}}"#, "a", .duplicateField("dtype")),
      (#"{"a":{"shape":[],"shape":[]}}"#, "a", .duplicateField("shape")),
      (#"{"a":{"data_offsets":[0,0],"data_offsets":[0,0]}}"#, "a", .duplicateField("data_offsets")),
      (#"{"a":{"shape":[],"data_offsets":[0,1]}}"#, "a", .missingField("dtype")),
      (#"{"a":{"dtype":"U8","data_offsets":[0,1]}}"#, "a", .missingField("shape")),
      (#"{"a":{"dtype":"U8","shape":[]}}"#, "a", .missingField("data_offsets")),
      (#"{"__metadata__":{},"__metadata__":{}}"#, nil, .duplicateMetadata(key: nil)),
      (#"{"__metadata__":{"k":"1","k":"2"}}"#, nil, .duplicateMetadata(key: "k")),
      (#"{"a":{"dtype":"F8_E4M3"}}"#, "a", .unsupportedFormat("F8_E4M3")),
      (#"{"a":{"dtype":"float32"}}"#, "a", .unknownFormat("float32")),
    ] as [(String, String?, HeaderProblem)])
  func wrongMembers(header: String, tensor: String?, problem: HeaderProblem) throws {
    let error = try refused(safetensorsBytes(header, dataByteCount: 1))
    #expect(error?.problem == .header(problem))
    #expect(error?.tensor == tensor)
  }

  @Test(
    "Tensors that do not cover the bytes, each byte once",
    arguments: [
      ([("a", 0, 4)], 3, "a", .offsetsBeyondEnd(end: 4, available: 3)),
      ([("a", 0, 4)], 5, nil, .trailingBytes(from: 4, to: 5)), ([], 1, nil, .trailingBytes(from: 0, to: 1)),
      ([("a", 4, 8)], 8, "a", .hole(from: 0, to: 4)), ([("a", 0, 4), ("b", 5, 9)], 9, "b", .hole(from: 4, to: 5)),
      ([("a", 0, 4), ("b", 0, 4)], 4, "b", .overlap(with: "a", from: 0, to: 4)),
      ([("b", 3, 9), ("a", 0, 4)], 9, "b", .overlap(with: "a", from: 3, to: 4)),
      ([("a", 0, 8), ("b", 2, 4)], 8, "b", .overlap(with: "a", from: 2, to: 4)),
      ([("a", 0, 8), ("b", 4, 4)], 8, "b", .overlap(with: "a", from: 4, to: 4)),
      ([("a", 8, 4)], 8, "a", .reversedOffsets(begin: 8, end: 4)),
      ([("a", 0, .max)], 8, "a", .offsetsBeyondEnd(end: .max, available: 8)),
    ] as [([(String, Int, Int)], Int, String?, HeaderProblem)])
  func wrongCover(tensors: [(String, Int, Int)], dataByteCount: Int, tensor: String?, problem: HeaderProblem) throws {
    let entries = tensors.map { name, begin, end in
      #""\#(name)":{"dtype":"U8","shape":[\#(max(end - begin, 0))],"data_offsets":[\#(begin),\#(end)]}"#
    }
    let header = "{\(entries.joined(separator: ","))}"
    let error = try refused(safetensorsBytes(header, dataByteCount: dataByteCount))
    #expect(error?.problem == .header(problem))
    #expect(error?.tensor == tensor)
  }

  @Test("Empty tensors are allowed at the end of every other one")
  func emptyTensors() throws {
    let header =
      #"{"e":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[2],"#
      + #""data_offsets":[0,2]},"f":{"dtype":"F32","shape":[3,0],"data_offsets":[2,2]}}"#
    #expect(try refused(safetensorsBytes(header, dataByteCount: 2)) == nil)
  }

  @Test("A shape that does not fit the bytes")
  func wrongShape() throws {
    let header = #"{"a":{"dtype":"F32","shape":[2,3],"data_offsets":[0,20]}}"#
    let error = try refused(safetensorsBytes(header, dataByteCount: 20))
    #expect(error?.problem == .sizeMismatch(shape: [2, 3], .float32, wanted: 24, found: 20))
    #expect(error?.tensor == "a")
  }

  @Test("Shapes whose product is no number", arguments: [[1 << 31, 1 << 31, 2], [0, 1 << 62, 4], [1 << 62, 4, 0]])
  func overflowingShape(shape: [Int]) throws {
    let header = #"{"a":{"dtype":"F32","shape":\#(shape),"data_offsets":[0,0]}}"#
    #expect(try refused(safetensorsBytes(header))?.problem == .impossibleShape(shape, .float32))
  }

  @Test("Nesting that would use up the stack, also in a field of no meaning")
  func deepNesting() throws {
    let deep = String(repeating: "[", count: 1_000_000)
    for header in [#"{"a":{"x":\#(deep)"#, #"{"a":{"shape":\#(deep)"#, #"{"a":\#(deep)"#] {
      guard case .header(.invalidJSON) = try refused(safetensorsBytes(header))?.problem else {
        Issue.record("not refused")
        continue
      }
    }
  }

  @Test("A hundred thousand sizes are a shape like any other")
  func manySizes() throws {
    let ones = Array(repeating: "1", count: 100_000).joined(separator: ",")
    let header = #"{"a":{"dtype":"U8","shape":[\#(ones)],"data_offsets":[0,1]}}"#
    #expect(try refused(safetensorsBytes(header, dataByteCount: 1)) == nil)
  }

  @Test("A format that is known to others is named")
  func float8() throws {
    let bytes = try Fixture.bytes("float8.safetensors")
    #expect(try refused(bytes)?.problem == .header(.unsupportedFormat("F8_E4M3")))
  }
}
