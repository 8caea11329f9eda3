import Testing

@testable import Diagnostics

@Suite("The explanation")
struct ExplanationTests {
  /// A mistake, and words that only its explanation holds.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var source: String
    var words: String

    init(_ source: String, _ words: String) {
      self.source = source
      self.words = words
    }

    var testDescription: String { source }
  }

  @Test(
    "of a common mistake is found when the compiler really says it",
    arguments: [
      Mistake("print(lengthh)", "Nothing here is called `lengthh`"),
      Mistake("SVG(\"\")", "`SVG` comes with the library of this notebook. Write `import Glassbox`"),
      Mistake("let x = sqrt(2)", "`sqrt` comes with Foundation. Write `import Foundation`"),
      Mistake("let x: Strng = \"\"", "no type called `Strng`"),
      Mistake("let x: Int = \"a\"", "A text is not a number"),
      Mistake("func f() -> Int { let a = 1; print(a) }", "promises an `Int`"),
      Mistake("func f(_ b: Bool) -> Int { if b { return 1 } }", "not every way through it"),
      Mistake("let a = 1\na = 2", "`let` names a value once and for all. Use `var`"),
      Mistake("func f(x: Int) { x += 1 }", "`var copy = x`"),
      Mistake("let a = [1]\na.append(2)", "`let` names a value once and for all"),
      Mistake("let n = Int(\"4\")\nlet m = n + 1", "Give a default with `??`"),
      Mistake("let n: String? = \"4\"\nprint(n.count)", "`value?.count` gives `nil`"),
      Mistake("func f(x: Int) {}\nf(3)", "Write it before the value: `x: …`"),
      Mistake("func f(x: Int) {}\nf(y: 3)", "called `x:`, not `y:`"),
      Mistake("func f(_ x: Int) {}\nf(x: 3)", "write only the value, without `x:`"),
      Mistake("func f(x: Int) {}\nf(x: 3, 4)", "more than the function takes"),
      Mistake("func f(x: Int, y: Int) {}\nf(x: 3)", "The call leaves out `y`"),
      Mistake("let a = 1\nlet b = 2.0\nlet c = a * b", "`Double(n)` or `Float(n)`"),
      Mistake("let a = 1\nlet c = \"x\" + a", "`\"n is \\(n)\"`"),
      Mistake("let s = \"a\" * 3", "`*` does not work between a `String` and an `Int`"),
      Mistake("struct P { var x = 0; func inc() { x += 1 } }", "`mutating func …`"),
      Mistake("enum E { case a, b }\nlet e = E.a\nswitch e { case .a: print(1) }", "what happens in every case"),
      Mistake("func f(_ x: Int) -> Int { 1 }\nfunc f(_ x: Int) -> Double { 1 }\nlet y = f(1)", "fit equally well"),
      Mistake("protocol Q { func go() }\nstruct A: Q {}", "everything that a `Q` needs"),
      Mistake("struct A {}\nlet s: Set<A> = []", "`struct A: Hashable"),
      Mistake("struct A {}\nlet d = A() == A()", "when two `A` values are equal"),
      Mistake("var fs: [() -> Void] = []\nfunc keep(_ f: () -> Void) { fs.append(f) }", "`@escaping () -> Void`"),
      Mistake("func f() -> Int { 3 }\nf()", "nobody keeps it"),
      Mistake("let x = 4\nx == 4", "does nothing with it"),
      Mistake("var x = 4\nif x = 4 { print(1) }", "`==` compares"),
      Mistake("var x = 4\nif x { print(1) }", "true or false, not a number"),
      Mistake("let x = nil", "`let x: Int? = nil`"),
      Mistake("var x = 4\nx = nil", "`var x: Int? = nil`"),
      Mistake("let s = \"abc\"\nprint(s[0])", "`Array(text)[2]`"),
      Mistake("var i = 0\ni++", "`i += 1`"),
      Mistake("let f = 2 ** 3", "no `**`"),
      Mistake("let a = 1 let b = 2", "One line holds one statement"),
      Mistake("let c = 3 -1", "space on both sides"),
      Mistake("print(“hello”)", "word processor"),
      Mistake("print('hello')", "double quotation marks"),
      Mistake("print(\"abc)", "never ends"),
      Mistake("def f(x):\n    return x", "begins with `func`"),
      Mistake("let x = 1\nif x == 1 { }\nelif x == 2 { }", "`else if`"),
      Mistake("let x = None", "`nil`"),
      Mistake("let x = True", "small t"),
      Mistake("import numpy", "no module `numpy`"),
      Mistake("import numpy as np", "`import Glassbox`"),
      Mistake("let a = [1]\nprint(len(a))", "`values.count`"),
      Mistake("let a = [1]\nprint(a.length)", "`count`"),
      Mistake("for i in range(3) { print(i) }", "`0..<3`"),
      Mistake("for i in 0..10 {}", "`0...10` with it"),
      Mistake("for i in [1, 2]:\n    print(i)", "without a colon"),
      Mistake("for i in 5 { print(i) }", "write a range"),
      Mistake("for (var i = 0; i < 3; i += 1) { }", "counts with a range"),
      Mistake("let x = true\nif not x { print(1) }", "`!` for not"),
      Mistake("let a = [1]\nif 1 in a { print(1) }", "`values.contains(x)`"),
      Mistake("let f = lambda x: x", "closure in braces"),
      Mistake("let x = 1\nprint(f\"x is {x}\")", "no `f` before a string"),
      Mistake("let a = [x for x in 0..<3]", "no list comprehension"),
      Mistake("print(\"a\", end=\"\")", "terminator"),
      Mistake("const x = 3", "Swift writes `let`"),
      Mistake("struct P {}\nlet p = new P()", "no `new`"),
      Mistake("# a comment\nprint(1)", "begins with `//`"),
      Mistake("func f() throws {}\nf()", "Write `try` before it"),
      Mistake("func f() throws {}\nfunc g() { try f() }", "`func f() throws { … }`"),
      Mistake("enum E: Error { case a }\nfunc g() { throw E.a }", "`func f() throws { … }`"),
      Mistake(
        "enum E: Error { case a }\nfunc f() throws {}\nfunc g() { do { try f() } catch E.a { } }", "plain `catch"),
      Mistake("func f() async -> Int { 1 }\nfunc g() -> Int { f() }", "mark yours `async`"),
      Mistake("func f() async -> Int { 1 }\nfunc h() async -> Int { f() }", "Write `await` before it"),
      Mistake("actor A { func go() {} }\nlet a = A()\nfunc h() { a.go() }", "one caller in at a time"),
      Mistake("actor A { var n = 0 }\nlet a = A()\nfunc h() { a.n = 3 }", "Give the actor a method"),
      Mistake("@MainActor func ui() {}\nfunc h() { ui() }", "main actor"),
      Mistake("let a = 1\nlet a = 2", "made twice in this cell"),
      Mistake("class C { var x: Int }", "how its stored properties begin"),
      Mistake("func f() { let x: Int\n print(x) }", "`x` has no value yet"),
      Mistake("let d = 2.5\nlet x: Int = d", "`Int(x.rounded())`"),
      Mistake("let a = []", "what this collection will hold"),
      Mistake("let a: [Int] = [1, \"b\"]", "same type"),
      Mistake("func f(_ x: inout Int) {}\nvar a = 1\nf(a)", "with an `&`"),
      Mistake("let x: Int8 = 300", "300 does not fit into an `Int8`"),
      Mistake("func f() {\n  print(1)\n", "each `{` needs a `}`"),
      Mistake("print(1)\n}", "one `}` more"),
      Mistake("func f() { return 3 }", "Say it after the parentheses"),
      Mistake("return 3", "this line is in none"),
      Mistake("func f(_ x: Int?) { guard let y = x else { print(1) }\n print(y) }", "must leave"),
      Mistake("let x = 4\nif let y = x { print(y) }", "always is"),
      Mistake("class A { func f() {} }\nclass B: A { func f() {} }", "`override func …`"),
      Mistake("struct P { func g() {} }\nP.g()", "Make a value first"),
      Mistake("var k: () -> Void = {}\nclass D { var x = 1; func f() { k = { print(x) } } }", "`self.x`"),
      Mistake("func f(x) { }", "A parameter has a name and a type"),
      Mistake("func f(x: Int) {}\nf(x=3)", "Swift writes a colon"),
      Mistake("var i = 0\ndo { i += 1 } while i < 3", "`repeat { … } while condition`"),
    ])
  func found(_ mistake: Mistake) throws {
    let report = try Compiler.report(of: mistake.source + "\n")
    #expect(report.contains(mistake.words))
  }

  @Test(
    "does not mistake Swift for another language",
    arguments: [
      "if text == \"rock and roll\" {", "print(names[\"f\"])", "let (a, b) = f(x, y)", "let x = 1 // not for x in y:",
      "if values.contains(where: { x in x > 2 }) {", "case .a:", "let isLambda = lambda(x)", "foo(x == 3)",
    ])
  func swiftLines(_ line: String) {
    let found = Explanation.foreignLines.filter { $0.sentences(for: "cannot find 'x' in scope", line: line) != nil }
    #expect(found.isEmpty)
  }

  @Test("fills in what the message speaks of, with the right article") func fillsIn() {
    let found = Explanation.find(
      for: "cannot convert value of type 'Double' to expected argument type 'Int'", line: nil)
    #expect(found?.sentences.contains("`Int(x)`") == true)
    let other = Explanation.find(for: "cannot convert value of type 'Bool' to expected argument type 'Int'", line: nil)
    #expect(
      other?.sentences
        == "This argument has to be an `Int`, but it is a `Bool`. Convert it, `Int(…)`, or pass another value.")
  }
}

@Suite("A message's wording")
struct MessagePatternTests {
  @Test(
    "matches what varies only where it may",
    arguments: [
      ("cannot find '…' in scope", "cannot find 'x' in scope", ["x"]),
      ("cannot find '…' in scope", "cannot find 'x'", nil),
      ("'…' is a '…'", "'a' is a 'b'", ["a", "b"]),
      ("same", "same", []), ("same", "samee", nil), ("…", "anything", ["anything"]), ("ab…b", "ab", nil),
    ] as [(String, String, [String]?)])
  func matches(_ pattern: String, _ text: String, _ captures: [String]?) {
    #expect(MessagePattern(stringLiteral: pattern).captures(in: text) == captures)
  }
}
