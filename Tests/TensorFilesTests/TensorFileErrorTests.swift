import Testing

@testable import TensorFiles

@Suite("The words of errors") struct TensorFileErrorTests {
  private func words(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("The file, the tensor, what was found and what was wanted")
  func parts() throws {
    let folder = try TemporaryFolder()
    let header = #"{"wte":{"dtype":"F32","shape":[2,3],"data_offsets":[0,20]}}"#
    let path = try folder.write(safetensorsBytes(header, dataByteCount: 20), to: "model")
    #expect(
      words { _ = try SafetensorsFile(path: path) }
        == "\(path), tensor 'wte': The shape [2, 3] of float32 needs 24 bytes, and there are 20.")
  }

  @Test("A file that is not there, and a home folder that is not filled in")
  func missingFile() {
    #expect(
      words { _ = try SafetensorsFile(path: "no/such") }
        == "no/such: The file cannot be opened: No such file or directory.")
    #expect(
      words { _ = try NumPyFile(path: "~/no.npy") }
        == "~/no.npy: The file cannot be opened: No such file or directory. "
        + "A path is taken as it is: write out the home folder instead of '~'.")
    #expect(words { _ = try SafetensorsFile(path: "/") } == "/: This is a folder, and a file is needed.")
  }

  @Test("Without a file, the sentence alone")
  func withoutFile() {
    #expect(
      words { _ = try StoredArray(shape: [2], floats: [1]) }
        == "The shape [2] of float32 needs 8 bytes, and there are 4.")
  }

  @Test("Names and shapes without end, or with control characters, do not flood the message")
  func longNames() throws {
    let folder = try TemporaryFolder()
    let name = "\u{1}" + String(repeating: "x", count: 100_000)
    let path = try folder.write(safetensorsBytes(#"{"\u0001\#(name.dropFirst())":{}}"#), to: "model")
    let message = try #require(words { _ = try SafetensorsFile(path: path) })
    #expect(message.count < path.count + 200)
    #expect(!message.contains("\u{1}"))
    let shape = Array(repeating: 1 << 40, count: 1000)
    #expect(
      words { _ = try StoredArray(shape: shape, floats: []) }
        == "The shape [\(shape.prefix(8).map(String.init).joined(separator: ", ")), … 1000 axes] of float32 asks for more "
        + "bytes than a machine can count, or has a negative size.")
  }

  @Test("Every sentence is one, for all kinds of mistakes")
  func sentences() {
    let header: [HeaderProblem] = [
      .fileTooShort(byteCount: 3), .tooLong(byteCount: 1, limit: 0), .beyondEnd(byteCount: 1, available: 0), .notUTF8,
      .wrongStart(byte: nil), .wrongStart(byte: 0x5B), .invalidJSON(line: 1, column: 2, expectation: "':'"),
      .duplicateName, .duplicateField("shape"), .missingField("shape"), .duplicateMetadata(key: nil),
      .duplicateMetadata(key: "k"), .unknownFormat("X"), .unsupportedFormat("F4"), .reversedOffsets(begin: 2, end: 1),
      .offsetsBeyondEnd(end: 2, available: 1), .overlap(with: "b", from: 1, to: 2), .hole(from: 1, to: 2),
      .trailingBytes(from: 1, to: 2),
    ]
    let numPy: [NumPyProblem] = [
      .notNumPy(start: []), .notNumPy(start: [1]), .unknownVersion(major: 9, minor: 0),
      .headerTooLong(byteCount: 2, limit: 1), .headerBeyondEnd(byteCount: 2, available: 1),
      .invalidHeader(column: 1, expectation: "'{'"), .unknownKey("k"), .duplicateKey("k"), .missingKey("k"),
      .structuredFormat, .unsupportedFormat("|O"), .unsupportedFormat("<c8"), .unsupportedFormat("<U2"),
      .unsupportedFormat("<M8"), .unsupportedFormat("|V8"), .unsupportedFormat(""), .dataSize(wanted: 1, found: 2),
      .dataSize(wanted: 2, found: 1), .cannotStore(.bfloat16), .tooManyAxes(count: 65, limit: 64),
    ]
    let folder: [FolderProblem] = [
      .nothingFound(wanted: ["a", "b"]), .invalidIndex(line: 1, column: 2, expectation: "'{'"),
      .indexTooLong(byteCount: 2, limit: 1), .noWeightMap, .duplicateName, .unsafeShardName("../a"), .missingShard("a"),
      .notInShard("a"),
    ]
    let others: [TensorFileProblem] = [
      .cannotOpen(code: 2), .cannotRead(code: 5), .cannotWrite(code: 28), .notAFile(isFolder: true),
      .notAFile(isFolder: false), .shortened(from: 2, to: 1), .impossibleShape([-1], .int8),
      .sizeMismatch(shape: [1], .int8, wanted: 1, found: 2), .wrongKind(stored: .int8, wanted: .truthValues),
      .wrongKind(stored: .int8, wanted: .floatingPoint), .wrongKind(stored: .float16, wanted: .integers),
      .integerTooLarge(about: 0x1p64), .wrongRoom(room: 1, shape: [2], count: 2),
      .doesNotFitIntoMemory(shape: [9], memory: 8),
      .noSuchTensor(name: "a", known: []), .noSuchTensor(name: "a", known: ["b"]), .reservedName,
    ]
    let all = header.map { "\($0)" } + numPy.map { "\($0)" } + folder.map { "\($0)" } + others.map { "\($0)" }
    #expect(Set(all).count == all.count)
    for sentence in all {
      #expect(
        sentence.first?.isUppercase == true && (sentence.hasSuffix(".") || sentence.hasSuffix("?")), "\(sentence)")
      #expect(!sentence.contains("Optional(") && !sentence.contains("  "), "\(sentence)")
    }
  }
}
