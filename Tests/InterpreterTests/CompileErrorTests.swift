import Testing

@Suite("Errors of the compiler")
struct CompileErrorTests {
  @Test("a caret stands under the right column", arguments: Self.places)
  func checkPlaces(_ script: Script) async throws { try await script.check() }

  static let places: [Script] = [
    Script(
      "caret columns",
      #"""
      let s = "👩‍👩‍👧" + nope
      //! Cell 1, line 1: cannot find 'nope' in scope
      //!   1 | let s = "👩‍👩‍👧" + nope
      //!     |                ^~~~
      ---
      	let t = nope
      //! line 1: cannot find 'nope'
      ---
      let e = "é" + nope
      //!     |               ^~~~
      """#),
    Script(
      "constants of earlier cells",
      #"""
      print(1)
      let loss = 3.5
      //> 1
      ---
      loss = 0
      //! Cell 2, line 1: cannot assign to value: 'loss' is a 'let' constant
      //!   did you mean: var loss = 3.5   (cell 1, line 2)
      """#),
    Script(
      "names of cells with mistakes",
      #"""
      let width = 3
      let height = nope
      //! cannot find 'nope'
      ---
      width * 2
      //! Cell 2, line 1: 'width' was not made: cell 1 has a mistake. Mend it and run it first.
      ---
      let width = 4
      ---
      width * 2
      //= 8
      ---
      let area = width * height
      //! 'height' was not made: cell 1 has a mistake
      """#),
    Script(
      "types of earlier cells",
      #"""
      struct P { var x = 1 }
      let p = P()
      ---
      struct P { var y = 2 }
      //? P is new. 1 value still holds the P of cell 1: p.
      ---
      func f(_ p: P) {}
      ---
      f(p)
      //! this 'P' is the type of cell 1, and the 'P' of cell 2 is wanted
      //! 'P' was declared again.
      """#),
    Script(
      "rewritten code",
      #"""
      let x = x + undefined
      //! line 1
      ---
      let x = 1
      ---
      let x = x + undefined
      //! Cell 3, line 1: cannot find 'undefined' in scope
      //!     |             ^~~~~~~~~
      ---
      x + undefined
      //! Cell 4, line 1: cannot find 'undefined'
      //!     |     ^~~~~~~~~
      ---
      func slow() async -> Int { 1 }
      ---
      let v = await slow() + undefined
      //!     |                        ^~~~~~~~~
      ---
      await undefined()
      //! cannot find 'undefined'
      //!     |       ^~~~~~~~~
      ---
      guard let y = undefined else { fatalError() }
      //!     |               ^~~~~~~~~
      ---
      struct P {}
      ---
      extension P: CustomStringConvertible { var description: String { "a" } }
      ---
      extension P: CustomStringConvertible { var description: String { undefined } }
      //! cannot find 'undefined'
      //!     |                                                                  ^~~~~~~~~
      ---
      print(1)
      let z: Int = "no"
      //! Cell 12, line 2: cannot convert value of type 'String' to specified type 'Int'
      //!     |              ^~~~
      """#),
  ]

  @Test("reports say what is wrong", arguments: Self.reports)
  func checkReports(_ script: Script) async throws { try await script.check() }

  static let reports: [Script] = [
    Script(
      "several errors",
      #"""
      let a = nope1
      let b = nope2
      let c = nope3
      //! 'nope1'
      //! 'nope2'
      //! 'nope3'
      """#),
    Script(
      "notes into earlier cells",
      #"""
      func area(width: Int, height: Int) -> Int { width * height }
      ---
      area(width: 1)
      //! missing argument for parameter 'height' in call
      //! did you mean: area(width: 1, height:
      """#),
    Script(
      "did you mean",
      #"""
      let count = 3
      ---
      print(cuont)
      //! did you mean
      """#),
    Script(
      "let is constant",
      #"""
      let k = 1
      ---
      k = 2
      //! 'k' is a 'let' constant
      """#),
    Script(
      "syntax error",
      #"""
      let = 3
      //! line 1
      ---
      func f( {
      //! line 1
      ---
      if true {
      //! expected '}'
      ---
      print("a
      //! unterminated string literal
      ---
      /* comment
      //! unterminated
      ---
      }
      //! extraneous '}'
      """#),
    Script(
      "warnings",
      #"""
      func f() -> Int { 3 }
      ---
      f()
      f();
      //? result of call to 'f()' is unused
      ---
      var unusedLocal: Int { let q = 3; return 1 }
      //? never used
      --- again 2
      """#),
  ]
}
