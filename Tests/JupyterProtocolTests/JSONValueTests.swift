import JupyterProtocol
import Testing

@Suite("JSON of any shape")
struct JSONValueTests {
  private static let values: [JSONValue] = [
    .null, .bool(true), .integer(-3), .integer(.max), .number(0.1), .number(-1e300), .string(""),
    .string("quote \" slash / \\ line \n zero \u{0} emoji 👩‍👩‍👧 e\u{301}"), .array([]), .object([:]),
    .object(["list": .array([.integer(1), .number(2.5), .null, .object(["deep": .string("x")])]), "": .bool(false)]),
  ]

  @Test(arguments: values)
  func staysTheSameOnTheWayOutAndBack(value: JSONValue) throws {
    let bytes = try JSONCoding.bytes(of: value)
    #expect(try JSONCoding.value(JSONValue.self, from: bytes) == value)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan])
  func writesNullForNumbersThatJSONCannotHold(number: Double) throws {
    #expect(try JSONCoding.bytes(of: [JSONValue.number(number)]) == Array("[null]".utf8))
  }

  @Test func isReadUpToTheDeepestNesting() throws {
    let limit = JSONValue.deepestNesting
    #expect(throws: Never.self) { try JSONCoding.value(JSONValue.self, from: nested(limit)) }
    #expect(throws: JSONProblem.nestedTooDeep(limit: limit)) {
      try JSONCoding.value(JSONValue.self, from: nested(limit + 1))
    }
    #expect(throws: JSONProblem.self) { try JSONCoding.value(JSONValue.self, from: nested(1_000_000)) }
  }

  @Test func isRefusedOnTheWayOutWhenNestedTooDeep() {
    let deep = (0..<JSONValue.deepestNesting + 10).reduce(JSONValue.null) { inner, _ in [inner] }
    #expect(throws: EncodingError.self) { try JSONCoding.bytes(of: deep) }
  }

  @Test func countsNoBracketsInStrings() throws {
    let text = String(repeating: "[{\\\"", count: 1_000)
    #expect(throws: Never.self) { try JSONCoding.value(JSONValue.self, from: Array("[\"\(text)\"]".utf8)) }
  }

  @Test func isRefusedWhenItIsNotUTF8() {
    #expect(throws: JSONProblem.notUTF8) {
      try JSONCoding.value([String: Int].self, from: Array(#"{"a": 1, "unread": ""#.utf8) + [0xFF] + Array("\"}".utf8))
    }
  }

  private func nested(_ depth: Int) -> [UInt8] {
    Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
  }
}
