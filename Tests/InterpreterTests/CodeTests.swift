import Testing

@Suite("Code of every kind, across cells")
struct CodeTests {
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
      "import Backpropagation",
      #"""
      import Glassbox
      import Backpropagation
      let a = Value(2, label: "a")
      var loss = a * a + 1
      ---
      loss.backward()
      loss
      //= 5.0, gradient 1.0
      ---
      for _ in 0..<200_000 { loss += 1 }
      loss.data
      //= 200005.0
      ---
      loss = a * 3
      loss.graph
      //= *     data 6.0  grad 0.0
      //= ├─ a  data 2.0  grad 4.0
      //= └─ 3  data 3.0  grad 0.0
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
