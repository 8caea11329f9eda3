import CellSyntax
import Testing

@Suite("What the compiler gets for a cell")
struct CellRewriterTests {
  private func rewrite(_ text: String, _ earlier: [String: String] = [:], results: [Int?: String] = [:])
    -> RewrittenCell
  {
    CellRewriter.rewrite(
      ParsedCell(text), in: RewriteContext(module: "Cell7", earlierValues: earlier, results: results))
  }

  @Test("each stored variable reports that it has a value")
  func variablesReport() {
    let cell = rewrite("let a = 1 // one\nvar (b, c) = (2, 3)")
    #expect(
      cell.body.text == """
        let a = 1; CellRuntime.declared("Cell7", 0, a) // one
        var (b, c) = (2, 3); CellRuntime.declared("Cell7", 1, b); CellRuntime.declared("Cell7", 2, c)
        """)
    #expect(cell.variables == ["a", "b", "c"])
  }

  @Test("a computed variable has no storage to report")
  func computedVariablesAreLeftAlone() {
    let cell = rewrite("var area: Int { 3 * 4 }")
    #expect(cell.body.text == "var area: Int { 3 * 4 }")
    #expect(cell.variables.isEmpty)
  }

  @Test("a variable that gets its value later reports at the end")
  func lateValuesReportAtTheEnd() {
    let cell = rewrite("let a: Int\nif true { a = 1 } else { a = 2 }")
    #expect(cell.tail == "CellRuntime.declared(\"Cell7\", 0, a)")
    #expect(!cell.body.text.contains("declared"))
  }

  @Test(
    "a name means the earlier variable above its new declaration",
    arguments: [
      ("let x = x + 1", "let x = Cell3.x + 1; CellRuntime.declared(\"Cell7\", 0, x)"),
      ("print(x)\nvar x = 2", "print(Cell3.x)\nvar x = 2; CellRuntime.declared(\"Cell7\", 0, x)"),
      (
        "let y = { x }()\nlet x = y",
        "let y = { Cell3.x }(); CellRuntime.declared(\"Cell7\", 0, y)\nlet x = y; CellRuntime.declared(\"Cell7\", 1, x)"
      ),
      (
        "let y = [1].map { x in x }\nlet x = y.x",
        "let y = [1].map { x in x }; CellRuntime.declared(\"Cell7\", 0, y)\nlet x = y.x; CellRuntime.declared(\"Cell7\", 1, x)"
      ),
      (
        "if let x { print(x) }\nlet x = 1",
        "if let x = Cell3.x { print(x) }\nlet x = 1; CellRuntime.declared(\"Cell7\", 0, x)"
      ),
      (
        "for x in x { print(x) }\nlet x = 1",
        "for x in Cell3.x { print(x) }\nlet x = 1; CellRuntime.declared(\"Cell7\", 0, x)"
      ),
      ("f(x: p.x)\nlet x = 1", "f(x: p.x)\nlet x = 1; CellRuntime.declared(\"Cell7\", 0, x)"),
    ])
  func earlierMeaning(text: String, expected: String) {
    #expect(rewrite(text, ["x": "Cell3"]).body.text == expected)
  }

  @Test("below its declaration a name means the new variable")
  func newMeaning() {
    #expect(rewrite("let x = 1\nprint(x)\nlet y = x;", ["x": "Cell3"]).body.text.contains("Cell3") == false)
  }

  @Test("the value of a last expression is shown", arguments: ["x", "x + 1", "[1, 2].map { $0 }", "try f()", "f()"])
  func lastExpressionIsShown(text: String) {
    let cell = rewrite("let a = 1\n" + text)
    #expect(
      cell.body.text.hasSuffix(
        "let out_Cell7 = CellRuntime.show(\(text)); CellRuntime.declared(\"Cell7\", 1, out_Cell7)"))
    #expect(cell.result == "out_Cell7")
  }

  @Test(
    "assignments, statements and expressions before a semicolon show nothing",
    arguments: [
      "x = 1", "x = y = 1", "if a { b }", "x;", "let a = 1", "func f() -> Int { 1 }", "", "Task { f() }",
      "#warning(\"x\")",
    ])
  func nothingIsShown(text: String) {
    #expect(rewrite(text).result == nil)
  }

  @Test("earlier results are read by number or as the latest")
  func resultsAreRead() {
    let results: [Int?: String] = [nil: "Cell5.out_Cell5.value", 3: "Cell3.out_Cell3.value"]
    #expect(
      rewrite("let a = Out[3] + _", results: results).body.text.hasPrefix(
        "let a = Cell3.out_Cell3.value + Cell5.out_Cell5.value;"))
    #expect(
      rewrite("_ + 1", results: results).body.text.hasPrefix(
        "let out_Cell7 = CellRuntime.show(Cell5.out_Cell5.value + 1);"))
    #expect(rewrite("print(_)", results: results).body.text.contains("print(Cell5.out_Cell5.value)"))
    #expect(rewrite("_ = f()", results: results).body.text.contains("Cell5") == false)
    #expect(rewrite("let (a, _) = f()", results: results).body.text.contains("Cell5") == false)
    #expect(rewrite("for _ in 0..<3 { print(1) }", results: results).body.text.contains("Cell5") == false)
    #expect(rewrite("[1].map { _ in 1 };", results: results).body.text.contains("Cell5") == false)
  }

  @Test(
    "await at the top level waits",
    arguments: [
      ("let a = await f()", "let a = CellRuntime.wait { await f() }; "),
      ("let a = try await f()", "let a = try CellRuntime.wait { try await f() }; "),
      ("x = await f()", "CellRuntime.wait { x = await f() }"),
      ("for await x in s { print(x) }", "CellRuntime.wait { for await x in s { print(x) }; return }"),
      ("Task { await f() };", "_ = Task { await f() };"),
      ("func f() async { await g() }", "func f() async { await g() }"),
    ])
  func awaitWaits(text: String, expected: String) {
    #expect(rewrite(text).body.text.hasPrefix(expected))
  }

  @Test("async let becomes a task whose value is a variable at the end")
  func asyncLet() {
    let cell = rewrite("async let a = f()\nlet b = await a + 1")
    #expect(
      cell.body.text.hasPrefix(
        "let async_a = Task { async let value = f(); return await value }\nlet b = CellRuntime.wait { await async_a.value + 1 }; "
      ))
    #expect(
      cell.tail.hasPrefix("let a = CellRuntime.wait { await async_a.value }; CellRuntime.declared(\"Cell7\", 0, a)"))
  }

  @Test(
    "the value of an async let may fail where it is read with try",
    arguments: [
      ("async let a = f()\nprint(try await a)", true), ("async let a = f()\nprint(try? await a)", true),
      ("async let a = f()", true), ("async let a = f()\nprint(await a); try g()", false),
    ])
  func throwingAsyncLet(text: String, mayFail: Bool) {
    let cell = rewrite(text)
    #expect(cell.body.text.contains(mayFail ? "; return try await value }" : "; return await value }"))
    #expect(cell.tail.contains("try CellRuntime.wait") == mayFail)
  }

  @Test("guard at the top level binds names for later cells")
  func guardBinds() {
    let cell = rewrite("guard let a = f(), a > 1 else { fatalError() }")
    #expect(
      cell.body.text
        == "guard let guarded_a = f(), guarded_a > 1 else { fatalError() }; let a = guarded_a; CellRuntime.declared(\"Cell7\", 0, a)"
    )
  }

  @Test("privacy at the top level would hide a name, inside a type it stays")
  func privacy() {
    let cell = rewrite("private let a = 1\nfileprivate func f() {}\nstruct S { private var x = 1 }")
    #expect(!cell.body.text.contains("private let"))
    #expect(!cell.body.text.contains("fileprivate func"))
    #expect(cell.body.text.contains("private var x"))
  }

  @Test(
    "lines stay lines and places lead back",
    arguments: [
      "let a = 1; let b = a\n\nprint(b)\nb", "🙂\nlet é = \"👩‍👩‍👧\"; é", "\tlet x = x\n\tx",
      "guard let q else { throw E() }\nq",
    ])
  func placesLeadBack(text: String) {
    let cell = rewrite(text, ["x": "Cell3", "q": "Cell2"])
    #expect(
      cell.body.text.split(separator: "\n", omittingEmptySubsequences: false).count
        == text.split(separator: "\n", omittingEmptySubsequences: false).count)
    let original = Array(text.utf8)
    for (offset, byte) in cell.body.text.utf8.enumerated() where !cell.body.isInserted(offset) {
      #expect(original[cell.body.originalOffset(of: offset)] == byte)
    }
  }

  @Test("what a call would read too early is found")
  func earlyReads() {
    let early = ParsedCell("func f() -> Int { b }\nprint(f())\nlet b = 1")
    #expect(early.earlyReads.map(\.function) == ["f"])
    #expect(early.earlyReads.map(\.variable) == ["b"])
    for fine in [
      "func f() -> Int { b }\nlet b = 1\nprint(f())", "func f(b: Int) -> Int { b }\nlet b = f(b: 1)",
      "func train() -> Double { let loss = 1.0; return loss }\nlet loss = train()",
      "struct S { var b = 1; func g() -> Int { b } }\nlet b = S().g()",
    ] {
      #expect(ParsedCell(fine).earlyReads.isEmpty, "\(fine)")
    }
    #expect(ParsedCell("func f() -> Int { g() }\nfunc g() -> Int { b }\nlet a = f()\nlet b = 1").earlyReads.count == 1)
  }

  @Test("overloads have different signatures, a new body has the same")
  func signatures() {
    func signature(_ text: String) -> Declaration.Kind? { ParsedCell(text).declarations.first?.kind }
    #expect(signature("func f(_ a: Int) {}") == signature("func f(_ b: Int) -> Int { 1 }"))
    #expect(signature("func f(_ a: Int) {}") != signature("func f(_ a: String) {}"))
    #expect(signature("func f(a: Int) {}") != signature("func f(_ a: Int) {}"))
  }
}
