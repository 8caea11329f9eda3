import Testing

@testable import CellSyntax

@Suite("The completeness of a text", .timeLimit(.minutes(10)))
struct CompletenessTests {
  @Test(
    "is seen where nothing is missing",
    arguments: [
      "", " ", "\n\n", "let x = 3", "let x = 3\n", "print(\"a\")", "func f() { }", "if x { } else { }", "// comment",
      "/* a /* b */ */", "let s = \"\"\"\n  {\n  \"\"\"", "x", "let x", "struct A { }", "for i in 0..<3 { print(i) }",
      "#if DEBUG\nprint(1)\n#endif", "@MainActor func f() { }", "let f = { (x: Int) in x }", "let s = #\"a\"b\"#",
      "protocol P { func f() }", "let x =\n\n\n3", "\"\\(x + \"}\")\"", "let s = \"it's 'so'\"", "let r = /[(]+/",
      "let r = /\"/",
      "return", "let a = [\n  1,\n  2\n]\n", "let 猫 = \"🐈\"", "foo(/* ) */ 1)",
      "let x = `let`",
    ])
  func complete(_ text: String) {
    #expect(Completeness(of: text) == .complete)
  }

  @Test(
    "is missed, with the indent of the next line",
    arguments: [
      ("func f() {", "  "), ("func f()", ""), ("func f() -> Int", ""), ("if x {", "  "), ("if x {\n} else", ""),
      ("if x {\n} else {", "  "), ("if x {\n    foo()", "    "), ("struct A {\n  func f() {", "    "),
      ("struct A {\n  func f() {\n    print(1)", "    "), ("struct A {\n    func f() {", "        "),
      ("struct A {\n\tfunc f() {", "\t\t"), ("struct A {\n  func f() {\n  }", "  "), ("foo(", "  "), ("foo(1,", "  "),
      ("let a = [", "  "), ("let a = [\n  1,", "  "), ("let x =", "  "), ("let x = 1 +", "  "), ("let x =\n\n\n", "  "),
      ("x.", "  "), ("a ? b :", "  "), ("a &&", "  "), ("#if DEBUG\nfoo()", "  "), ("@MainActor", "  "),
      ("let s = \"\"\"", "  "), ("let s = \"\"\"\n    abc", "    "), ("/* a", ""), ("/* a /* b */", ""),
      ("  /* a", "  "), ("switch x {\ncase 1:", "  "), ("switch x {\ncase 1:\n  foo()", "  "), ("for i in", "  "),
      ("guard let x = y else", ""), ("repeat {\n}", "  "), ("foo { x in", "  "), ("let f = {", "  "), ("try", "  "),
      ("print(\"\"\"\n  a\n  \"\"\",", "  "), ("func f() {\n\n\n", "  "), ("while true {\r\n", "  "),
    ])
  func incomplete(_ text: String, _ indent: String) {
    #expect(Completeness(of: text) == .incomplete(indent: indent))
  }

  @Test(
    "is past hope where more lines cannot help",
    arguments: [
      "}", ")", "let = 3", "foo(1))", "func f() {}}", "a b", "let s = \"abc", "let s = \"abc\n", "print(\"a\nb\")",
      "if x == 1:\n  print(1)", "def f(x):", "foo(]", "else { }", "let s = #\"abc\"", "func {", "1 2 {",
    ])
  func invalid(_ text: String) {
    #expect(Completeness(of: text) == .invalid)
  }

  @Test(
    "takes commands for granted",
    arguments: [
      "%who", "!ls (", "%time let x = (", "%help\nlet x = 3", "let x = 3\n!echo \"", "%", "!",
      "let x = 3\n%who {\nprint(x)",
    ])
  func commands(_ text: String) {
    #expect(Completeness(of: text) == .complete)
  }

  @Test("still looks at the Swift around commands") func commandsAndSwift() {
    #expect(Completeness(of: "%who\nfunc f() {") == .incomplete(indent: "  "))
    #expect(Completeness(of: "let s = \"\"\"\n%who {\n") == .incomplete(indent: ""))
    #expect(Completeness(of: "foo(\n  !x") == .incomplete(indent: "  "))
  }

  @Test("ends a command for the whole cell with an empty line") func cellCommands() {
    #expect(Completeness(of: "%%bash") == .incomplete(indent: ""))
    #expect(Completeness(of: "%%bash\n") == .incomplete(indent: ""))
    #expect(Completeness(of: "%%bash\nls (\n") == .incomplete(indent: ""))
    #expect(Completeness(of: "%%bash\nls (\n\n") == .complete)
    #expect(Completeness(of: "\n%%time\nlet x = [\n\n") == .complete)
  }

  /// Texts that would overturn a careless parser, with the right answer.
  struct Heavy: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var answer: Completeness
    var testDescription: String { name }
  }

  @Test(
    "is judged safely however much or deep the text is",
    arguments: [
      Heavy(
        name: "10,000 parentheses", text: String(repeating: "(", count: 10_000),
        answer: .incomplete(indent: "  ")),
      Heavy(
        name: "10,000 closed parentheses",
        text: String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000), answer: .complete),
      Heavy(
        name: "1,000,000 braces", text: String(repeating: "{", count: 1_000_000),
        answer: .incomplete(indent: "  ")),
      Heavy(name: "a long chain", text: "a" + String(repeating: ".a", count: 60_000), answer: .complete),
      Heavy(name: "a long sum", text: "1" + String(repeating: " + 1", count: 30_000), answer: .complete),
      Heavy(
        name: "many else ifs", text: "if a { }" + String(repeating: " else if a { }", count: 8_000), answer: .complete),
      Heavy(
        name: "many comments", text: String(repeating: "/*", count: 60_000), answer: .incomplete(indent: "")),
      Heavy(
        name: "1 MB of statements", text: String(repeating: "let x = [1, 2, 3]\n", count: 60_000), answer: .complete),
      Heavy(
        name: "100 KB of statements", text: String(repeating: "let x = [1, 2, 3]\n", count: 6_000), answer: .complete),
      Heavy(name: "NUL bytes", text: "let x = 3\u{0}\nlet y = 4", answer: .complete),
      Heavy(
        name: "repaired UTF-8", text: String(decoding: [0x22, 0xFF, 0xFE, 0x22], as: UTF8.self), answer: .complete),
    ])
  func heavy(_ heavy: Heavy) {
    #expect(Completeness(of: heavy.text) == heavy.answer)
  }
}
