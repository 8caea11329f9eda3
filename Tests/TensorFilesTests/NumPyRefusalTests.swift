import Testing

@testable import TensorFiles

@Suite("Refusing NumPy's files") struct NumPyRefusalTests {
  private func refused(_ bytes: [UInt8]) throws -> TensorFileProblem? {
    try refusal(bytes) { _ = try NumPyFile(path: $0) }?.problem
  }

  @Test(
    "What would have to be run, or is no plain number",
    arguments: [
      ("objects.npy", .unsupportedFormat("|O")), ("records.npy", .structuredFormat),
      ("complex.npy", .unsupportedFormat("<c8")), ("texts.npy", .unsupportedFormat("<U2")),
      ("dates.npy", .unsupportedFormat("<M8[D]")),
    ] as [(String, NumPyProblem)])
  func kinds(name: String, problem: NumPyProblem) throws {
    #expect(try refused(Fixture.bytes(name)) == .numPy(problem))
  }

  @Test(
    "A start that is none",
    arguments: [
      ([], .notNumPy(start: [])), (Array("PK\u{3}\u{4}archive".utf8), .notNumPy(start: Array("PK\u{3}\u{4}ar".utf8))),
      (Array(NumPyHeader.magic), .notNumPy(start: NumPyHeader.magic)),
      (NumPyHeader.magic + [1, 0, 5], .notNumPy(start: NumPyHeader.magic)),
      (NumPyHeader.magic + [2, 0, 5, 0, 0], .notNumPy(start: NumPyHeader.magic)),
      (NumPyHeader.magic + [4, 0, 0, 0, 0, 0], .unknownVersion(major: 4, minor: 0)),
      (NumPyHeader.magic + [0, 0, 0, 0, 0, 0], .unknownVersion(major: 0, minor: 0)),
      (NumPyHeader.magic + [1, 1, 0, 0, 0, 0], .unknownVersion(major: 1, minor: 1)),
      (NumPyHeader.magic + [1, 0, 5, 0], .headerBeyondEnd(byteCount: 5, available: 0)),
      (NumPyHeader.magic + [3, 0, 255, 255, 255, 255], .headerTooLong(byteCount: 0xFFFF_FFFF, limit: 10_000)),
    ] as [([UInt8], NumPyProblem)])
  func wrongStart(bytes: [UInt8], problem: NumPyProblem) throws {
    #expect(try refused(bytes) == .numPy(problem))
  }

  @Test(
    "Headers that are no description of an array",
    arguments: [
      ("", .invalidHeader(column: 1, expectation: "'{'")),
      ("{'descr': '<f4', 'fortran_order': False}", .missingKey("shape")),
      ("{'descr': '<f4', 'shape': ()}", .missingKey("fortran_order")),
      ("{'fortran_order': False, 'shape': ()}", .missingKey("descr")),
      ("{'descr': '<f4', 'descr': '<f4'}", .duplicateKey("descr")),
      ("{'shape': (), 'shape': ()}", .duplicateKey("shape")),
      ("{'fortran_order': True, 'fortran_order': True}", .duplicateKey("fortran_order")),
      ("{'extra': 1}", .unknownKey("extra")),
      ("{'descr': ('<f4', (2,))}", .structuredFormat),
      ("{'descr': '|f4'}", .unsupportedFormat("|f4")), ("{'descr': '<f16'}", .unsupportedFormat("<f16")),
      ("{'descr': ''}", .unsupportedFormat("")),
      ("{'shape': (3)}", .invalidHeader(column: 13, expectation: "',' or ')'")),
      ("{'shape': (-1,)}", .invalidHeader(column: 12, expectation: "a whole number from 0 to \(Int.max)")),
      ("{'shape': (1.5,)}", .invalidHeader(column: 13, expectation: "',' or ')'")),
      (
        "{'shape': (99999999999999999999,)}",
        .invalidHeader(column: 12, expectation: "a whole number from 0 to \(Int.max)")
      ),
      ("{'shape': [1]}", .invalidHeader(column: 11, expectation: "'('")),
      ("{'shape': __import__('os')}", .invalidHeader(column: 11, expectation: "'('")),
      ("{'fortran_order': 0}", .invalidHeader(column: 19, expectation: "True or False")),
      ("{'descr': '<f\\x34'}", .invalidHeader(column: 11, expectation: "a plain text in quotes")),
      ("{'descr': '<f4", .invalidHeader(column: 11, expectation: "a plain text in quotes")),
      ("{'descr': '<f4' 'shape': ()}", .invalidHeader(column: 17, expectation: "',' or '}'")),
      ("{} x", .invalidHeader(column: 4, expectation: "nothing but spaces after '}'")),
      (
        "{'shape': (\(String(repeating: "1,", count: 65)))}", .tooManyAxes(count: 65, limit: 64)
      ),
    ] as [(String, NumPyProblem)])
  func wrongHeader(text: String, problem: NumPyProblem) throws {
    #expect(try refused(npyBytes(text)) == .numPy(problem))
  }

  @Test("Fewer or more bytes than the shape needs")
  func wrongSize() throws {
    let header = npyBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }")
    #expect(try refused(header + Array(repeating: 0, count: 7)) == .numPy(.dataSize(wanted: 8, found: 7)))
    #expect(try refused(header + Array(repeating: 0, count: 9)) == .numPy(.dataSize(wanted: 8, found: 9)))
    #expect(try refused(header + Array(repeating: 0, count: 8)) == nil)
  }

  @Test("A shape whose product is no number")
  func overflow() throws {
    let shape = [1 << 40, 1 << 40, 0]
    let header = npyBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (\(1 << 40), \(1 << 40), 0), }")
    #expect(try refused(header) == .impossibleShape(shape, .float32))
  }
}
