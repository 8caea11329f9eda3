import Testing

@Suite("Declarations and their redefinition")
struct RedefinitionTests {
  @Test("values can be declared again", arguments: Self.values)
  func checkValues(_ script: Script) async throws { try await script.check() }

  static let values: [Script] = [
    Script(
      "let lives on",
      #"""
      let x = 41
      ---
      x + 1
      //= 42
      """#),
    Script(
      "let declared again in the same cell order",
      #"""
      let x = 1
      ---
      let x = 2
      ---
      x
      //= 2
      --- again 1
      --- again 3
      //= 1
      --- again 2
      --- again 3
      //= 2
      """#),
    Script(
      "var new type",
      #"""
      var v = 1
      ---
      v += 1
      v
      //= 2
      ---
      var v = "one"
      ---
      v + "!"
      //= "one!"
      ---
      var v = [v, v]
      ---
      v
      //= ["one", "one"]
      --- again 1
      ---
      v
      //= 1
      """#),
    Script(
      "let x = x + 1",
      #"""
      let x = 1
      ---
      let x = x + 1
      --- again 2
      --- again 2
      ---
      x
      //= 4
      """#),
  ]

  @Test("functions can be declared again", arguments: Self.functions)
  func checkFunctions(_ script: Script) async throws { try await script.check() }

  static let functions: [Script] = [
    Script(
      "func redefined",
      #"""
      func f() -> Int { 1 }
      ---
      f()
      //= 1
      ---
      func f() -> Int { 2 }
      --- again 2
      //= 2
      --- again 1
      --- again 2
      //= 1
      --- again 3
      --- again 2
      //= 2
      """#),
    Script(
      "overloads partially redefined",
      #"""
      func show(_ x: Int) -> String { "int \(x)" }
      func show(_ x: String) -> String { "string \(x)" }
      ---
      print(show(1), show("a"))
      //> int 1 string a
      ---
      func show(_ x: String) -> String { "TEXT \(x)" }
      ---
      print(show(1), show("a"))
      //> int 1 TEXT a
      ---
      func show(_ x: Double) -> String { "double \(x)" }
      ---
      print(show(1), show("a"), show(1.5))
      //> int 1 TEXT a double 1.5
      ---
      func show(_ x: Int) -> String { "INT \(x)" }
      --- again 6
      //> INT 1 TEXT a double 1.5
      --- again 1
      --- again 6
      //> int 1 string a double 1.5
      """#),
    Script(
      "generic function redefined",
      #"""
      func twice<T>(_ x: T) -> [T] { [x, x] }
      ---
      twice(1)
      //= [1, 1]
      ---
      func twice<T>(_ x: T) -> [T] { [x, x, x] }
      --- again 2
      //= [1, 1, 1]
      ---
      func twice<T: Numeric>(_ x: T) -> T { x * 2 }
      ---
      print(twice(4), twice("a"))
      //> 8 ["a", "a", "a"]
      """#),
    Script(
      "operators",
      #"""
      infix operator **: MultiplicationPrecedence
      func ** (a: Int, b: Int) -> Int { (0..<b).reduce(1) { r, _ in r * a } }
      ---
      2 ** 10
      //= 1024
      --- again 1
      --- again 2
      //= 1024
      ---
      func ** (a: Int, b: Int) -> Int { a * 100 + b }
      ---
      2 ** 10
      //= 210
      ---
      precedencegroup PowerPrecedence {
        higherThan: MultiplicationPrecedence
        associativity: right
      }
      infix operator **: PowerPrecedence
      func ** (a: Int, b: Int) -> Int { (0..<b).reduce(1) { r, _ in r * a } }
      ---
      3 * 2 ** 2 ** 3
      //= 768
      ---
      prefix operator √
      prefix func √ (x: Double) -> Double { x.squareRoot() }
      ---
      √16
      //= 4.0
      ---
      func + (a: String, b: Int) -> String { a + String(b) }
      ---
      "a" + 1
      //= "a1"
      ---
      1 + 1
      //= 2
      """#),
    Script(
      "operator in struct",
      #"""
      struct V: Equatable { var x: Int; static func + (a: V, b: V) -> V { V(x: a.x + b.x) } }
      ---
      V(x: 1) + V(x: 2)
      //= V(x: 3)
      ---
      V(x: 1) == V(x: 1)
      //= true
      """#),
  ]

  @Test("imports stay", arguments: Self.imports)
  func checkImports(_ script: Script) async throws { try await script.check() }

  static let imports: [Script] = [
    Script(
      "import",
      #"""
      import Foundation
      ---
      sqrt(2.0).rounded()
      //= 1.0
      ---
      String(format: "%.2f", Double.pi)
      //= "3.14"
      ---
      let d = Date(timeIntervalSince1970: 0)
      d.timeIntervalSince1970
      //= 0.0
      """#),
    Script(
      "import twice and late",
      #"""
      sqrt(4.0)
      //! cannot find 'sqrt'
      ---
      import Foundation
      sqrt(4.0)
      //= 2.0
      --- again 2
      //= 2.0
      --- again 1
      //= 2.0
      """#),
  ]
}
