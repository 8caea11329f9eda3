import CellSyntax
import Testing

@Suite("What an importer sees of a module") struct InterfaceTextTests {
  @Test(
    "Another body of a function makes no difference",
    arguments: [
      ("func f(_ x: Int) -> Int { x }", "func f(_ x: Int) -> Int { x + 1 }"),
      (
        "struct S { var x = 1; init() { x = 2 }; func g() {} }",
        "struct S { var x = 1; init() {}; func g() { print(x) } }"
      ),
      ("final class C { deinit {} }", "final class C { deinit { print(1) } }"),
      (
        "extension Int { func 双() -> Int { self } }\nlet 一 = 1",
        "extension Int { func 双() -> Int { self * 2 } }\nlet 一 = 1"
      ),
    ])
  func bodies(one: String, other: String) {
    #expect(InterfaceText.of(one) == InterfaceText.of(other))
  }

  @Test(
    "Everything else does, and so does a body that reaches the importer",
    arguments: [
      ("func f(_ x: Int) -> Int { x }", "func f(_ y: Int) -> Int { x }"),
      ("func f(x: Int = 1) {}", "func f(x: Int = 2) {}"),
      ("let x = f { 1 }", "let x = f { 1.5 }"),
      ("struct S { var x = 1 }", "struct S { var x = 1.0 }"),
      ("@inlinable func f() -> Int { 1 }", "@inlinable func f() -> Int { 2 }"),
      ("func f() -> some Sequence { [1] }", "func f() -> some Sequence { \"a\" }"),
      ("print(1)", "print(2)"),
    ])
  func differences(one: String, other: String) {
    #expect(InterfaceText.of(one) != InterfaceText.of(other))
  }
}
