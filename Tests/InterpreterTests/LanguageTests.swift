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
}
