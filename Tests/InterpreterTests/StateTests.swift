import Testing

@Suite("What a name holds")
struct StateTests {
  @Test("no cell reads a name without a value", arguments: Self.reads)
  func checkReads(_ script: Script) async throws { try await script.check() }

  static let reads: [Script] = [
    Script(
      "print above a new declaration",
      #"""
      let x = 1
      ---
      print(x); var x = "new"
      //> 1
      ---
      x
      //= "new"
      """#),
    Script(
      "reading without value",
      #"""
      print(y)
      let y = 3
      //! y
      """#),
    Script(
      "function reads later variable",
      #"""
      func f() -> Int { z }
      print(f())
      let z = 3
      //! 'f' uses 'z', which has no value yet
      """#),
    Script(
      "closure before declaration",
      #"""
      let g = { later }
      print(g())
      let later = 4
      //! later
      """#),
    Script(
      "half-way trap",
      #"""
      let a = 1
      let b = [1, 2, 3][a + 4]
      let c = 3
      //! Cell 1, line 2
      ---
      a
      //= 1
      ---
      b
      //! 'b' has no value: cell 1 stopped before it was set
      ---
      c
      //! 'c' has no value
      ---
      let b = 5
      ---
      b
      //= 5
      ---
      let c = 10
      ---
      c
      //= 10
      """#),
    Script(
      "older definition stays",
      #"""
      let v = "old"
      ---
      print("before")
      let none: Int? = nil
      let n = none!
      let v = "new"
      //> before
      //! line 3
      ---
      v
      //= "old"
      """#),
    Script(
      "functions that use lost variables",
      #"""
      let zero = Int("0")!
      let base = 10 / zero
      func scaled(_ x: Int) -> Int { x * base }
      func plain() -> Int { 3 }
      //! Division by zero
      ---
      plain()
      //= 3
      ---
      scaled(2)
      //! base
      """#),
  ]

  @Test("the value of a last expression is shown and kept", arguments: Self.results)
  func checkResults(_ script: Script) async throws { try await script.check() }

  static let results: [Script] = [
    Script(
      "values of last expressions",
      #"""
      1 + 1
      //= 2
      ---
      let x = 5
      ---
      x;
      ---
      ()
      ---
      print("p")
      //> p
      ---
      var y = 3
      y = 4
      ---
      y += 1
      ---
      "text"
      //= "text"
      ---
      [1, 2]
      //= [1, 2]
      ---
      nil as Int?
      //= nil
      ---
      x == 5 ? "a" : "b"
      //= "a"
      ---
      _ = 3
      ---
      func f() {}
      f()
      ---
      (1, "a")
      //= (1, "a")
      ---
      // comment only after
      x // trailing
      //= 5
      ---
      x
      // a comment below
      //= 5
      ---
      /* before */ x /* after */
      //= 5
      """#),
    Script(
      "out",
      #"""
      10
      //= 10
      ---
      _ + 1
      //= 11
      ---
      Out[1]
      //= 10
      ---
      Out[1] + Out[2] + 1
      //= 22
      ---
      _
      //= 22
      ---
      let k = _
      ---
      k
      //= 22
      ---
      Out[99]
      //! There is no Out[99]
      ---
      Out.numbers.count > 2
      //= true
      """#),
    Script(
      "unused value is no warning",
      #"""
      [1, 2, 3].map { $0 + 1 };
      ---
      let a = 3
      a + 1
      //= 4
      """#),
  ]
}
