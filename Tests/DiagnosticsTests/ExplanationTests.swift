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
      Mistake("let p = UInt8(\"3\") + 1", "A `UInt8?` is a `UInt8` that may be missing"),
      Mistake("let n = crossEntropy", "`crossEntropy` comes with the library of this course"),
      Mistake("let now = Date()", "`Date` comes with Foundation. Write `import Foundation`"),
      Mistake("var a = [1]\na.push(2)", "`values.append(x)`"),
      Mistake("var a = [1]\nlet b = a.pop()", "`values.removeLast()`"),
      Mistake("let n = \"abc\".length", "number of elements is `count`"),
      Mistake("let b = \"abc\".startswith(\"a\")", "`text.hasPrefix(\"a\")`"),
      Mistake("let b = \"abc\".toUpperCase()", "`text.uppercased()`"),
      Mistake("let b = \"a,b\".split(\",\")", "`text.split(separator: \",\")`"),
      Mistake("let b = 3.toString()", "`String(x)` makes a text"),
      Mistake("let b = [\"a\": 1].get(\"a\")", "`d[\"a\"] ?? 0`"),
      Mistake("let i = [1, 2].indexOf(2)", "`values.firstIndex(of: x)`"),
      Mistake("let s: Set = {1, 2}", "`let s: Set = [1, 2]`"),
      Mistake("print(\"a\" * 3)", "`String(repeating: \"a\", count: 3)`"),
      Mistake("lambda x: x + 1", "a closure in braces"),
      Mistake("fun f() {}", "A function begins with `func`"),
      Mistake("println(\"a\")", "`print(x)`"),
      Mistake("help(Int)", "`Tensor?`"),
      Mistake("quit()", "ends by itself"),
      Mistake("import os", "come with `import Foundation`"),
      Mistake("let 2x = 3", "A name begins with a letter"),
      Mistake("try { print(1) } catch { print(2) }", "`do { try … } catch { print(error) }`"),
      Mistake("SVG(\"\")", "`SVG` comes with the library of this course. Write `import Glassbox`"),
      Mistake("let x = sqrt(2)", "For numbers `sqrt` comes with Foundation, for tensors"),
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
      Mistake("let s = \"a\" * 3", "`String(repeating: \"a\", count: 3)`"),
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
      Mistake("import numpy", "`import Glassbox` brings tensors"),
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
      Mistake("let a = 1\nlet a = 2", "made twice here"),
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
    "of what somebody writes who comes from Python is found",
    arguments: [
      Mistake("let drink = 3\nprint drink", "A call needs parentheses: `print(drink)`."),
      Mistake("func f(_ x: Int) {}\nf 3", "A call needs parentheses: `f(3)`."),
      Mistake("x = 3", "`let x = 3`"), Mistake("n += 1", "Begin with `var n = 0`"),
      Mistake("for i in range(3):\n  print(i)", "in the place of `range(3)`"),
      Mistake("class A:\n    def __init__(self):\n        pass", "is called `init` in Swift"),
      Mistake("let a = true and false", "`&&` for and"), Mistake("let b = not true", "`!` for not"),
      Mistake("let x = [1, 2]\nlet y = x[0:1]", "`x[1..<3]`"), Mistake("let x = [1, 2]\nlet y = x[:1]", "`x[..<3]`"),
      Mistake("let x = [1, 2]\nlet y = x[::-1]", "`x.reversed()`"),
      Mistake("let z = [0] * 3", "`Array(repeating: 0, count: 3)`"),
      Mistake("let c = 3 if 1 > 0 else 4", "`let c = x > 0 ? 3 : 4`"),
      Mistake("let x: Int? = 3\nif x is not None { print(1) }", "`x != nil`"),
      Mistake("let d = {\"a\": 1}", "stands in square brackets"),
      Mistake("int n = 3", "`let n: Int = 3`"), Mistake("let n = int(\"3\")", "capital letter: `Int`"),
      Mistake("let n: float = 3", "capital letter: `Double`"), Mistake("import math", "`import Foundation`"),
      Mistake("let x = math.sqrt(2)", "without `math.`"),
      Mistake("let a = [1]\nprint(sum(a))", "`values.reduce(0, +)`"),
      Mistake("let a = [1]\nprint(a.sum())", "`values.reduce(0, +)`"),
      Mistake("let a = [1.0]\nprint(a.mean())", "`values.reduce(0, +) / Double(values.count)`"),
      Mistake("let a = [1]\nfor i, x in enumerate(a) { }", "`for (i, x) in values.enumerated() { … }`"),
      Mistake("let n = \"a b\".split()", "`text.split(separator: \" \")`"),
      Mistake("let n = \"-\".join([\"a\"])", "`words.joined(separator: \" \")`"),
      Mistake("let t = (1, 2)\nprint(t[0])", "`pair.0`"), Mistake("raise ValueError(\"no\")", "writes `throw`"),
      Mistake("let s = \"%d\" % 3", "`\"x is \\(x)\"`"), Mistake("let a = 2.0\nlet b = a^2", "`b * b`"),
      Mistake("let a = [1]\nlet b = a @ a", "`a.matmul(b)`"), Mistake("let x = input(\"?\")", "`readLine()"),
      Mistake("func f(int x) { }", "A parameter's name comes first"),
      Mistake("let f = (x) => x + 1", "a closure in braces"),
      Mistake("func mean(axis: Int) {}\nmean(axis=0)", "after the name of an argument: `axis: …`"),
      Mistake("let a = 10 % 3.0", "truncatingRemainder(dividingBy: b)"),
      Mistake("let a = [1.0]\nlet m = a.reduce(0, +) / a.count", "`Double(values.count)`"),
    ])
  func foundForPython(_ mistake: Mistake) throws {
    let report = try Compiler.report(of: mistake.source + "\n")
    #expect(report.contains(mistake.words))
    #expect(report.occurrences(of: "Cell 4, line") <= 2)
  }

  @Test(
    "of a tensor in the place of a number says how to take the number out",
    arguments: [
      ("cannot convert return expression of type 'Tensor' to return type 'Double'", "`.doubleItem`"),
      ("cannot convert value of type 'Tensor' to specified type 'Float'", "`.item`"),
      ("cannot convert value of type 'Tensor' to expected argument type 'Int'", "`.intItem`"),
      ("cannot convert value of type 'Float' to expected argument type 'Tensor'", "`Tensor(x)`"),
      ("subscript 'subscript(_:)' requires that 'Tensor' conform to 'RangeExpression'", "`x.intItem`"),
      ("cannot convert value of type 'Int' to expected argument type '[Int]'", "`[2, 3]`"),
      ("value of type 'Tensor' has no member 'T'", "`x.transposed()`"),
      (
        "static method 'trainedBytePairs(on:)' requires the types 'String.Element' (aka 'Character') and 'String' be equivalent",
        "`[\"a text\"]`"
      ),
      (
        "referencing operator function '>' on 'BinaryInteger' requires that 'Tensor' conform to 'BinaryInteger'",
        "`x.item > 0`"
      ),
    ])
  func tensors(_ message: String, _ words: String) {
    #expect(Explanation.find(for: message, in: ExplainedSource())?.sentences.contains(words) == true)
  }

  @Test(
    "of a name of PyTorch says what stands for it",
    arguments: [
      ("x.exp()", "value of type 'Tensor' has no member 'exp'", "`exp(x)`"),
      ("x.pow(2)", "value of type 'Tensor' has no member 'pow'", "`pow(x, 3)`"),
      ("x.permute(1, 0)", "value of type 'Tensor' has no member 'permute'", "`x.permuted([1, 0])`"),
      ("x.clone()", "value of type 'Tensor' has no member 'clone'", "`var y = x`"),
      ("x.view(3, 2)", "'view' is inaccessible due to 'internal' protection level", "`x.reshaped(to: [3, 1])`"),
      (
        "x[..., 0]", "cannot convert value of type '(UnboundedRange_) -> ()' to expected argument type 'Int'",
        "`x[.all, .all, 0]`"
      ),
      ("nn.Linear(3, 4)", "cannot find 'nn' in scope", "`Linear(3, 4)`"),
      ("Tensor.randn([2])", "type 'Tensor' has no member 'randn'", "`Tensor.normal([2, 3])`"),
      (
        "AutoTokenizer.from_pretrained(\"x\")", "type 'AutoTokenizer' has no member 'from_pretrained'",
        "`try AutoTokenizer.load(from: \"folder\")`"
      ),
      ("x.sum(dim: 0)", "argument passed to call that takes no arguments", "axis: 0"),
      ("softmax(x, dim: 1)", "extra argument 'dim' in call", "axis: 0"),
      ("Adam(l, lr: 0.1)", "extra argument 'lr' in call", "learningRate: 0.001"),
      ("Tensor([-.infinity, 0])", "ambiguous use of 'infinity'", "`Float.infinity`"),
      ("optimizer.zero_grad()", "value of type 'Adam' has no member 'zero_grad'", "`optimizer.zeroGradients()`"),
    ])
  func pyTorch(_ line: String, _ message: String, _ words: String) {
    let found = Explanation.find(for: message, in: ExplainedSource(line: line, rest: line))
    #expect(found?.sentences.contains(words) == true, "\(found?.sentences ?? "nothing")")
  }

  @Test("of a function that numbers and tensors share says how each is meant") func sharedName() {
    let source = ExplainedSource(line: "let y = exp(1)", rest: "exp(1)")
    let found = Explanation.find(for: "ambiguous use of 'exp'", in: source)
    #expect(found?.sentences.contains("`exp(1.0)`; the tensor's is `exp(Tensor(1))`") == true)
  }

  @Test("tells only of a type of one's own to declare something") func ownTypes() {
    let message =
      "referencing operator function '-' on 'FloatingPoint' requires that 'Number' conform to 'FloatingPoint'"
    let own = Explanation.find(for: message, in: ExplainedSource { $0 == "Number" })
    #expect(own?.sentences.contains("`static func - (a: Number, b: Number) -> Number { … }`") == true)
    let other = Explanation.find(for: message, in: ExplainedSource())
    #expect(other?.sentences.contains("declared") == false)
  }

  @Test("finds the types that the texts declare") func declaredTypes() {
    let sources = ["a": SourceText(cell: 1, text: "let x = 1\npublic final class Number: Hashable {\n}")]
    let source = ExplainedSource(nil, in: sources)
    #expect(source.declares("Number"))
    #expect(!source.declares("x"))
  }

  @Test("is true in a notebook and outside of one") func noCells() {
    for explanation in Explanation.all { #expect(!explanation.text.contains("cell")) }
  }

  @Test(
    "does not mistake Swift for another language",
    arguments: [
      "if text == \"rock and roll\" {", "print(names[\"f\"])", "let (a, b) = f(x, y)", "let x = 1 // not for x in y:",
      "if values.contains(where: { x in x > 2 }) {", "case .a:", "let isLambda = lambda(x)", "foo(x == 3)",
    ])
  func swiftLines(_ line: String) {
    let source = ExplainedSource(line: line, rest: "x)")
    let found = (Explanation.python + Explanation.foreignLines).filter {
      $0.sentences(for: "cannot find 'x' in scope", in: source) != nil
    }
    #expect(found.isEmpty)
  }

  @Test("fills in what the message speaks of, with the right article") func fillsIn() {
    let found = Explanation.find(
      for: "cannot convert value of type 'Double' to expected argument type 'Int'", in: ExplainedSource())
    #expect(found?.sentences.contains("`Int(x)`") == true)
    let other = Explanation.find(
      for: "cannot convert value of type 'Bool' to expected argument type 'Int'", in: ExplainedSource())
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
