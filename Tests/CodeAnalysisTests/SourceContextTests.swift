import Testing

@testable import CodeAnalysis

@Suite("What surrounds a place in a text")
struct SourceContextTests {
  private func context(_ marked: String) -> (SourceContext, String) {
    let query = Laboratory.query(marked)
    return (SourceContext(query.text, at: query.offset), query.text)
  }

  private func word(_ range: Range<Int>?, in text: String) -> String? {
    range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }

  @Test(
    "knows the name and how much of it was typed",
    arguments: [
      ("val|ue", "value", "val"), ("value|", "value", "value"), ("|value", "value", ""), ("a.b|c", "bc", "b"),
      ("größe|", "größe", "größe"), ("変|数", "変数", "変"), ("", "", ""), ("12|", "", ""), ("x1|", "x1", "x1"),
    ])
  func names(_ marked: String, _ name: String, _ typed: String) {
    let (context, text) = context(marked)
    #expect(word(context.name, in: text) == name)
    #expect(word(context.typed, in: text) == typed)
  }

  @Test(
    "knows the call",
    arguments: [
      ("foo(|", "foo"), ("foo(a, |", "foo"), ("foo(a, b[1|", "foo"), ("foo((1 + |", "foo"), ("foo(bar(1), |", "foo"),
      ("foo(bar(|", "bar"), ("foo(\")\", |", "foo"), ("foo(/* ) */ |", "foo"), ("foo(\"\\(bar(1))\", |", "foo"),
      ("print(\"\\(twice(|", "twice"), ("foo { |", nil), ("foo()|", nil), ("foo(a) + (|", nil),
      ("foo(#\"a\"b\"#, |", "foo"), ("foo(\"\"\"\n)\n\"\"\", |", "foo"),
    ] as [(String, String?)])
  func calls(_ marked: String, _ name: String?) {
    let (context, text) = context(marked)
    #expect(word(context.enclosingCall, in: text) == name)
  }

  @Test(
    "knows where no name can stand",
    arguments: [
      ("// x|", true), ("// x\ny|", false), ("/* /* */ x|", true), ("/* */ x|", false), ("\"x|", true),
      ("\"x\ny|", false), ("\"\\(x|", false), ("\"\\(x) y|", true), ("#\"\\(x|", true), ("#\"\\#(x|", false),
      ("\"\"\"\nx|", true), ("\"\"\"\nx\n\"\"\"\ny|", false), ("\"a\\\"x|", true), ("3.1|", true),
    ])
  func inert(_ marked: String, _ isInert: Bool) {
    #expect(context(marked).0.isInert == isInert)
  }

  @Test("does not mind places outside of the text", arguments: [-5, 100]) func outside(_ place: Int) {
    let context = SourceContext("abc", at: place)
    #expect(context.name == (place < 0 ? 0..<3 : 0..<3))
  }
}
