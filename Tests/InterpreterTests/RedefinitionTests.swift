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

  @Test("types can be declared again", arguments: Self.types)
  func checkTypes(_ script: Script) async throws { try await script.check() }

  static let types: [Script] = [
    Script(
      "struct redefined",
      #"""
      struct P { var x = 1 }
      ---
      let p = P()
      p.x
      //= 1
      ---
      struct P { var x = 1; var y = 2 }
      //? 1 value still holds the P of cell 1: p
      ---
      P().y
      //= 2
      ---
      p.x
      //= 1
      --- again 1
      ---
      P()
      //= P(x: 1)
      """#),
    Script(
      "class inheritance across cells",
      #"""
      class Animal { func speak() -> String { "..." }; func twice() -> String { speak() + speak() } }
      ---
      class Dog: Animal { override func speak() -> String { "Woof" } }
      ---
      let d: Animal = Dog()
      d.twice()
      //= "WoofWoof"
      ---
      class Dog: Animal { override func speak() -> String { "Wuff" } }
      ---
      print(Dog().twice(), d.twice())
      //> WuffWuff WoofWoof
      ---
      class Animal { func speak() -> String { "???" } }
      //? Animal is new
      ---
      print(Animal().speak(), Dog().twice())
      //> ??? WuffWuff
      """#),
    Script(
      "enum",
      #"""
      enum Color { case red, green }
      ---
      let c = Color.red
      ---
      switch c { case .red: print("r"); case .green: print("g") }
      //> r
      ---
      enum Color: String, CaseIterable { case red, green, blue }
      //? c
      ---
      Color.allCases.map(\.rawValue)
      //= ["red", "green", "blue"]
      ---
      c
      //= .red
      """#),
    Script(
      "actor",
      #"""
      actor Counter { var n = 0; func add() -> Int { n += 1; return n } }
      ---
      let k = Counter()
      await k.add()
      //= 1
      ---
      await k.add()
      //= 2
      ---
      actor Counter { var n = 10; func add() -> Int { n += 1; return n } }
      //? k
      ---
      await Counter().add()
      //= 11
      ---
      await k.add()
      //= 3
      """#),
    Script(
      "property wrapper",
      #"""
      @propertyWrapper struct Clamped { 
        private var value: Int
        init(wrappedValue: Int) { value = min(max(wrappedValue, 0), 10) }
        var wrappedValue: Int { get { value } set { value = min(max(newValue, 0), 10) } } 
      }
      ---
      struct S { @Clamped var v = 50 }
      ---
      var s = S()
      s.v = -3
      s.v
      //= 0
      ---
      @propertyWrapper struct Clamped { 
        private var value: Int
        init(wrappedValue: Int) { value = min(max(wrappedValue, 0), 100) }
        var wrappedValue: Int { get { value } set { value = min(max(newValue, 0), 100) } } 
      }
      --- again 2
      //? s
      ---
      S().v
      //= 50
      """#),
    Script(
      "property wrapper at top level",
      #"""
      @propertyWrapper struct W { var wrappedValue: Int; var projectedValue: String { "p\(wrappedValue)" } }
      ---
      @W var w = 3
      //! property wrappers are not yet supported in top-level code
      ---
      func f() -> String { @W var w = 3; w += 1; return $w }
      f()
      //= "p4"
      """#),
    Script(
      "result builder",
      #"""
      @resultBuilder struct Lines { static func buildBlock(_ parts: String...) -> String { parts.joined(separator: "/") } }
      ---
      func make(@Lines _ body: () -> String) -> String { body() }
      ---
      make { "a"; "b" }
      //= "a/b"
      ---
      @resultBuilder struct Lines { static func buildBlock(_ parts: String...) -> String { parts.joined(separator: "-") } }
      //? Lines is new
      --- again 2
      ---
      make { "a"; "b" }
      //= "a-b"
      """#),
    Script(
      "typealias",
      #"""
      typealias Number = Int
      ---
      let n: Number = 3
      ---
      typealias Number = Double
      ---
      let m: Number = 3
      print(n, m)
      //> 3 3.0
      """#),
    Script(
      "generic holds old type",
      #"""
      struct P { var x = 1 }
      ---
      let ps = [P(), P(x: 5)]
      let d = ["a": P(x: 9)]
      let o: P? = P(x: 7)
      ---
      struct P { var x = "s" }
      //? d, o, ps
      ---
      print(ps.map(\.x), d["a"]!.x, o!.x, P().x)
      //> [1, 5] 9 7 s
      ---
      let box = Optional(ps)
      box?.count
      //= 2
      """#),
    Script(
      "going back to an older type gives a notice",
      #"""
      struct P { var x = 1 }
      ---
      struct P { var y = 1 }
      ---
      let q = P()
      --- again 1
      //? q
      ---
      q.y
      //= 1
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
