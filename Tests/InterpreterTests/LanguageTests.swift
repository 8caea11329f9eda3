import Testing

@Suite("The language, across cells")
struct LanguageTests {
  @Test("values", arguments: Self.values)
  func checkValues(_ script: Script) async throws { try await script.check() }

  static let values: [Script] = [
    Script(
      "optional chaining",
      #"""
      class Node { var next: Node?; var v = 1 }
      ---
      var head: Node? = Node()
      ---
      head?.next = Node()
      ---
      head?.next?.v
      //= 1
      ---
      head = nil
      ---
      head?.next?.v
      //= nil
      """#),
    Script(
      "closures",
      #"""
      var counter = 0
      let increment = { counter += 1 }
      ---
      increment(); increment()
      counter
      //= 2
      ---
      counter = 100
      ---
      increment()
      counter
      //= 101
      ---
      var f: (Int) -> Int = { $0 * 2 }
      ---
      f = { $0 * 3 }
      f(2)
      //= 6
      ---
      func makeAdder(_ n: Int) -> (Int) -> Int { { $0 + n } }
      let add5 = makeAdder(5)
      ---
      add5(1)
      //= 6
      ---
      var counter = "shadow"
      ---
      increment()
      counter
      //= "shadow"
      """#),
    Script(
      "tuples",
      #"""
      let (a, b) = (1, "two")
      ---
      a
      //= 1
      ---
      b
      //= "two"
      ---
      let (x, (y, _)) = (1, (2, 3))
      ---
      x + y
      //= 3
      ---
      let point = (x: 1, y: 2)
      ---
      point.x + point.y
      //= 3
      ---
      var (m, n) = (1, 2)
      (m, n) = (n, m)
      ---
      (m, n)
      //= (2, 1)
      ---
      let p = 1, q = 2.5
      ---
      Double(p) + q
      //= 3.5
      """#),
    Script(
      "names",
      #"""
      let `class` = 1
      ---
      `class` + 1
      //= 2
      ---
      let größe = 2
      ---
      größe * 2
      //= 4
      ---
      let 变量 = 3
      ---
      变量
      //= 3
      ---
      let 🍎 = 4
      ---
      🍎 + 1
      //= 5
      ---
      func `func`() -> Int { 9 }
      ---
      `func`()
      //= 9
      ---
      let x́ = 1
      x́
      //= 1
      """#),
    Script(
      "inout",
      #"""
      var arr = [3, 1, 2]
      func push(_ a: inout [Int], _ x: Int) { a.append(x) }
      ---
      push(&arr, 9)
      arr.sort()
      arr[0] = -1
      arr
      //= [-1, 2, 3, 9]
      ---
      arr.swapAt(0, 1)
      arr
      //= [2, -1, 3, 9]
      ---
      arr.append(contentsOf: arr.map { $0 * 10 })
      arr.count
      //= 8
      """#),
    Script(
      "lazy",
      #"""
      struct L { lazy var v: Int = { print("made"); return 7 }() }
      var l = L()
      ---
      l.v + l.v
      //> made
      //= 14
      ---
      lazy var late = 5
      //! 'lazy' cannot be used on an already-lazy global
      """#),
    Script(
      "observers",
      #"""
      var seen: [Int] = []
      var w = 1 { didSet { seen.append(oldValue) } }
      ---
      w = 2
      w = 3
      seen
      //= [1, 2]
      """#),
    Script(
      "computed",
      #"""
      var base = 2
      var doubled: Int { base * 2 }
      var settable: Int { get { base } set { base = newValue * 10 } }
      ---
      settable = 3
      doubled
      //= 60
      ---
      var base = 5
      ---
      doubled
      //= 60
      """#),
    Script(
      "weak and deinit",
      #"""
      class K { let n: Int; init(_ n: Int) { self.n = n }; deinit { print("deinit", n) } }
      ---
      var k: K? = K(1)
      weak var weakK = k
      ---
      weakK?.n
      //= 1
      ---
      k = nil
      //> deinit 1
      ---
      weakK == nil
      //= true
      ---
      var z = K(2)
      ---
      z = K(3)
      //> deinit 2
      --- again 6
      //> deinit 3
      """#),
    Script(
      "regex",
      #"""
      let m = "abc 123".firstMatch(of: /(\w+) (\d+)/)
      ---
      m!.2
      //= "123"
      ---
      import RegexBuilder
      "a1b22".matches(of: Regex { OneOrMore(.digit) }).map { String($0.output) }
      //= ["1", "22"]
      """#),
    Script(
      "multi-line string with commands",
      #"""
      let s = """
        %who
        !ls
        %%bash
        """
      s
      //= "%who\n!ls\n%%bash"
      """#),
    Script(
      "comments with braces",
      #"""
      // { ( [
      /* { /* nested ( */ */
      let x = 1 /* } */
      x
      //= 1
      ---
      let s = "}}}"; let t = "{{{ \( "(" )"
      s + t
      //= "}}}{{{ ("
      """#),
  ]

  @Test("names of the standard library can be taken", arguments: Self.shadows)
  func checkShadows(_ script: Script) async throws { try await script.check() }

  static let shadows: [Script] = [
    Script(
      "shadow print",
      #"""
      func print(_ x: Int) { Swift.print("mine", x) }
      ---
      print(3)
      //> mine 3
      ---
      print("s")
      //> s
      """#),
    Script(
      "shadow variable named like stdlib function",
      #"""
      let max = 3
      ---
      max
      //= 3
      ---
      Swift.max(1, 2)
      //= 2
      """#),
    Script(
      "shadow Array",
      #"""
      struct Array { var mine = 1 }
      ---
      Array()
      //= Array(mine: 1)
      ---
      [1, 2, 3].count
      //= 3
      """#),
    Script(
      "shadow func max",
      #"""
      func max(_ a: Int, _ b: Int) -> String { "mine" }
      ---
      max(1, 2) as String
      //= "mine"
      """#),
  ]

  @Test("code", arguments: Self.code)
  func checkCode(_ script: Script) async throws { try await script.check() }

  static let code: [Script] = [
    Script(
      "if and switch expressions",
      #"""
      let n = 3
      ---
      let s = if n > 2 { "big" } else { "small" }
      let t = switch n { case 3: "three"; default: "?" }
      ---
      print(s, t)
      //> big three
      """#),
    Script(
      "conditional compilation",
      #"""
      #if os(Linux)
      let os = "linux"
      func g() -> Int { 1 }
      #else
      let os = "other"
      func g() -> Int { 2 }
      #endif
      ---
      print(os, g())
      //> linux 1
      """#),
    Script(
      "nested functions",
      #"""
      func outer(_ n: Int) -> Int {
        func inner(_ k: Int) -> Int { k * n }
        return inner(2) + inner(3)
      }
      ---
      outer(10)
      //= 50
      """#),
    Script(
      "generics where some any",
      #"""
      func largest<T: Comparable>(_ xs: [T]) -> T? where T: Hashable { xs.max() }
      ---
      largest([1, 5, 2])!
      //= 5
      ---
      protocol Shape { func area() -> Double }
      struct Sq: Shape { func area() -> Double { 4 } }
      func make() -> some Shape { Sq() }
      ---
      let s = make()
      s.area()
      //= 4.0
      ---
      let anys: [any Shape] = [make(), Sq()]
      anys.map { $0.area() }.reduce(0, +)
      //= 8.0
      ---
      func total(_ xs: some Sequence<Int>) -> Int { xs.reduce(0, +) }
      total(1...4)
      //= 10
      ---
      struct Stack<Element> { var items: [Element] = []; mutating func push(_ x: Element) { items.append(x) } }
      ---
      var st = Stack<String>()
      st.push("a")
      ---
      extension Stack where Element == String { func joined() -> String { items.joined(separator: "+") } }
      ---
      st.push("b")
      st.joined()
      //= "a+b"
      """#),
    Script(
      "async calling async",
      #"""
      func one() async -> Int { 1 }
      ---
      func two() async -> Int { await one() + 1 }
      ---
      await two()
      //= 2
      ---
      func one() async -> Int { 100 }
      ---
      await two()
      //= 2
      """#),
    Script(
      "main actor",
      #"""
      import Foundation
      @MainActor final class Model { var n = 1; func bump() { n += 1 } }
      ---
      let m = await Model()
      await m.bump()
      await m.n
      //= 2
      ---
      @globalActor actor Work { static let shared = Work() }
      @Work func onWork() -> Int { 5 }
      ---
      await onWork()
      //= 5
      """#),
    Script(
      "sendable warnings do not appear",
      #"""
      class Plain { var x = 1 }
      let pl = Plain()
      Task { pl.x += 1 }
      var shared = 0
      let t = Task { shared += 1 }
      await t.value
      shared
      //= 1
      """#),
    Script(
      "codable",
      #"""
      import Foundation
      struct Person: Codable { var name: String; var age: Int }
      ---
      let data = try JSONEncoder().encode(Person(name: "Ada", age: 36))
      ---
      try JSONDecoder().decode(Person.self, from: data).name
      //= "Ada"
      """#),
    Script(
      "macros",
      #"""
      import Testing
      ---
      #expect(1 + 1 == 2)
      ---
      import Observation
      @Observable class Model { var n = 1 }
      ---
      let m = Model()
      m.n += 1
      m.n
      //= 2
      ---
      import Foundation
      let pred = #Predicate<Int> { $0 > 3 }
      ---
      try pred.evaluate(5)
      //= true
      ---
      #file.isEmpty
      //= false
      ---
      print(#line)
      //> 1
      """#),
    Script(
      "import Glassbox",
      #"""
      import Glassbox
      let t = Tensor([[1, 2], [3, 4]])
      ---
      t.shape
      //= [2, 2]
      ---
      (t + t).sum()
      //= Tensor [] Float
      //=   20
      """#),
    Script(
      "existential metatype etc",
      #"""
      let types: [Any.Type] = [Int.self, String.self]
      types.count
      //= 2
      ---
      let kp = \String.count
      "abc"[keyPath: kp]
      //= 3
      ---
      indirect enum Tree { case leaf(Int), node(Tree, Tree) }
      ---
      func sum(_ t: Tree) -> Int { switch t { case .leaf(let n): n; case .node(let a, let b): sum(a) + sum(b) } }
      ---
      sum(.node(.leaf(1), .node(.leaf(2), .leaf(3))))
      //= 6
      ---
      for case .leaf(let n) in [Tree.leaf(4), .node(.leaf(1), .leaf(1))] { print(n) }
      //> 4
      ---
      if case .leaf(let n) = Tree.leaf(8) { print(n) }
      //> 8
      ---
      struct Mat { subscript(i: Int, j: Int) -> Int { i * 10 + j }; static subscript(x: Int) -> Int { x } }
      Mat()[1, 2] + Mat[5]
      //= 17
      ---
      @dynamicMemberLookup struct Dyn { subscript(dynamicMember m: String) -> String { m } }
      ---
      Dyn().hello
      //= "hello"
      ---
      struct Callable { func callAsFunction(_ x: Int) -> Int { x + 1 } }
      let call = Callable()
      ---
      call(3)
      //= 4
      ---
      func variadic(_ xs: Int...) -> Int { xs.count }
      func defaults(a: Int = 1, b: Int = 2) -> Int { a + b }
      ---
      print(variadic(1, 2, 3), defaults(b: 5))
      //> 3 6
      ---
      typealias Pair<T> = (T, T)
      let pr: Pair<Int> = (1, 2)
      pr.0
      //= 1
      ---
      struct NC: ~Copyable { let v: Int; deinit { print("nc gone") } }
      func use(_ n: consuming NC) { print(n.v) }
      ---
      use(NC(v: 3))
      //> 3
      //> nc gone
      """#),
  ]
}
