import Testing

@Suite("Types that are declared again")
struct TypeRedefinitionTests {
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
}
