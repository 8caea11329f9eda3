import Testing

@Suite("Code at the top level")
struct TopLevelTests {
  @Test("errors, waiting and leaving at the top level", arguments: Self.control)
  func checkControl(_ script: Script) async throws { try await script.check() }

  static let control: [Script] = [
    Script(
      "top level throw and try",
      #"""
      enum Oops: Error { case bad(Int) }
      func mayFail(_ n: Int) throws -> Int { if n > 2 { throw Oops.bad(n) }; return n }
      ---
      try mayFail(1)
      //= 1
      ---
      let r = try mayFail(3)
      print("never")
      //! Cell 1, line 2: bad(3)
      //! called from cell 3, line 1
      ---
      throw Oops.bad(7)
      //! bad(7)
      ---
      do { _ = try mayFail(9) } catch { print("caught", error) }
      //> caught bad(9)
      ---
      let v = try? mayFail(8)
      v
      //= nil
      ---
      try! mayFail(2)
      //= 2
      ---
      r
      //! 'r' has no value
      """#),
    Script(
      "top level await",
      #"""
      func slow(_ x: Int) async -> Int { x * 2 }
      ---
      let v = await slow(4)
      v
      //= 8
      ---
      await slow(5) + 1
      //= 11
      ---
      print(await slow(1), await slow(2))
      //> 2 4
      ---
      async let a = slow(10)
      async let b = slow(20)
      print(await a + b)
      //> 60
      ---
      print(a, b)
      //> 20 40
      ---
      let (p, q) = await (slow(1), slow(2))
      p + q
      //= 6
      ---
      for i in 0..<2 { print(await slow(i)) }
      //> 0
      //> 2
      ---
      if await slow(1) == 2 { print("yes") }
      //> yes
      ---
      var total = 0
      for await x in AsyncStream<Int>(unfolding: { nil }) { total += x }
      total
      //= 0
      ---
      let stream = AsyncStream<Int> { c in for i in 1...3 { c.yield(i) }; c.finish() }
      for await x in stream { total += x }
      total
      //= 6
      ---
      while await slow(total) < 20 { total += 1 }
      total
      //= 10
      ---
      switch await slow(1) { case 2: print("two"); default: print("other") }
      //> two
      """#),
    Script(
      "async throws",
      #"""
      struct Sad: Error { let why: String }
      func fails() async throws -> Int { throw Sad(why: "rain") }
      ---
      let x = try await fails()
      //! Cell 1, line 2: Sad(why: "rain")
      //! called from cell 2, line 1
      ---
      do { _ = try await fails() } catch { print(error) }
      //> Sad(why: "rain")
      ---
      try await fails()
      //! rain
      ---
      x
      //! 'x' has no value: cell 2 stopped before it was set
      """#),
    Script(
      "defer at top level",
      #"""
      defer { print("bye") }
      print("hello")
      //> hello
      //> bye
      """#),
    Script(
      "guard at top level",
      #"""
      let text = "42"
      guard let n = Int(text) else { fatalError("no") }
      print(n)
      //> 42
      ---
      n + 1
      //= 43
      ---
      guard let m = Int("x") else { print("else"); throw CancellationError() }
      //> else
      //! CancellationError
      ---
      m
      //! 'm' has no value
      ---
      guard n > 100 else { fatalError("too small: \(n)") }
      //! too small: 42
      ---
      let opt: Int? = 5
      ---
      guard let opt else { fatalError() }
      opt + 1
      //= 6
      """#),
    Script(
      "task started and awaited later",
      #"""
      let t = Task { try await Task.sleep(nanoseconds: 20_000_000); return 42 }
      ---
      try await t.value
      //= 42
      ---
      let u = Task<Int, Never> { 1 }
      ---
      await u.value
      //= 1
      """#),
  ]
}
