import Testing

@testable import Displays

@Suite("JSON") struct JSONTests {
  @Test("Literals become text in a fixed order")
  func writing() {
    let value: JSON = ["b": [1, 2.5, true, nil], "a": "é\"\\\n\u{1}", "c": [:]]
    #expect(value.text == #"{"a":"é\"\\\n\u0001","b":[1,2.5,true,null],"c":{}}"#)
    #expect(JSON.number(.infinity).text == "null")
    #expect(JSON.number(.nan).text == "null")
  }

  @Test(
    "Text is read as it was meant",
    arguments: [
      ("null", JSON.null), (" [1, -2.5e3 , true]\n", [1, -2500.0, true]), (#"{"a":{"b":[]}}"#, ["a": ["b": []]]),
      (#""\u00e9\ud83d\ude00\/""#, "é😀/"), (#""\ud800""#, "\u{FFFD}"),
      ("12345678901234567890", .number(12_345_678_901_234_567_890)),
      ("0", 0), ("-0.5", -0.5), ("1E2", .number(100)),
    ] as [(String, JSON)])
  func reading(text: String, expected: JSON) throws { #expect(try JSON(parsing: text) == expected) }

  @Test(
    "What is no JSON is refused with the place",
    arguments: [
      ("", 1, 1, "a value"), ("[1,\n 2", 2, 3, "',' or ']'"), ("{a: 1}", 1, 2, "a name in quotes"),
      (#"{"a" 1}"#, 1, 6, "':' after a name"), ("[1] 2", 1, 5, "the end of the text"), ("01", 1, 1, "a value"),
      ("1.", 1, 1, "a value"), ("-", 1, 1, "a value"), ("+1", 1, 1, "a value"), (".5", 1, 1, "a value"),
      ("1.e5", 1, 1, "a value"),
      ("--1", 1, 1, "a value"), ("nul", 1, 1, "a value"), ("\"abc", 1, 5, "a closing quote"),
      ("\"a\nb\"", 1, 3, "no control character in a string"), (#""\q""#, 1, 3, #"one of " \ / b f n r t u after '\'"#),
      (#""\u12g4""#, 1, 4, "four hexadecimal digits"), ("[1,]", 1, 4, "a value"),
    ] as [(String, Int, Int, String)])
  func refusing(text: String, line: Int, column: Int, expectation: String) {
    #expect(throws: InvalidJSON(line: line, column: column, expectation: expectation)) { try JSON(parsing: text) }
  }

  @Test("Nesting that would use up the stack is refused")
  func nesting() {
    #expect(throws: InvalidJSON.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
    let allowed = String(repeating: "[", count: 250) + String(repeating: "]", count: 250)
    #expect(throws: Never.self) { try JSON(parsing: allowed) }
  }

  @Test("Written text is read back as the same value")
  func roundTrip() throws {
    let value: JSON = ["numbers": [0, -1, 0.1, 1e300], "text": "\u{0}\u{1F}🎈\u{2028}", "nothing": nil, "yes": true]
    #expect(try JSON(parsing: value.text) == value)
  }

  @Test("Encodable values become JSON")
  func encoding() throws {
    struct Step: Encodable {
      var loss = 2.5
      var names = ["a"]
    }
    #expect(try JSON(encoding: Step()) == ["loss": 2.5, "names": ["a"]])
  }

  @Test("Parts are found by name and kind")
  func access() {
    let value: JSON = ["a": 1, "b": 2.5, "c": ["x"], "d": 3.0]
    #expect(value["a"]?.integerValue == 1)
    #expect(value["d"]?.integerValue == 3)
    #expect(value["b"]?.integerValue == nil)
    #expect(value["b"]?.doubleValue == 2.5)
    #expect(value["c"]?.arrayValue?.first?.stringValue == "x")
    #expect(value["z"] == nil)
  }
}
