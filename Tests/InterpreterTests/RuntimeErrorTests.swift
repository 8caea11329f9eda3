import Testing

@Suite("Errors at run time")
struct RuntimeErrorTests {
  @Test("reports name cell, line and reason", arguments: Self.traces)
  func checkTraces(_ script: Script) async throws { try await script.check() }

  static let traces: [Script] = [
    Script(
      "backtrace through two cells",
      #"""
      @inline(never) func inner(_ xs: [Int]) -> Int {
        xs[7] + 1
      }
      ---
      @inline(never) func outer() -> Int {
        inner([1]) + 1
      }
      ---
      print("go")

      let result = outer() + 1
      //> go
      //! Cell 1, line 2: Index out of range
      //! called from cell 2, line 2
      //! called from cell 3, line 3
      ---
      let y = 1
      result
      //! 'result' has no value: cell 3 stopped before it was set
      """#),
    Script(
      "uncaught errors",
      #"""
      struct Sad: Error {}
      func fails() async throws -> Int {
        try await Task.sleep(nanoseconds: 1000)
        throw Sad()
      }
      ---
      print("go")
      let v = try await fails()
      //> go
      //! Cell 1, line 4: Sad()
      //! called from cell 2, line 2
      ---
      func inner() throws { throw Sad() }
      try? inner()
      try inner()
      //! Cell 3, line 1: Sad()
      //! called from cell 3, line 3
      ---
      throw Sad()
      //! Cell 4, line 1: Sad()
      """#),
    Script(
      "checks of the learner's own",
      #"""
      func check(_ x: Int) { precondition(x > 0, "x is \(x)") }
      check(-1)
      //! Cell 1, line 1: Precondition failed: x is -1
      //! called from cell 1, line 2
      ---
      assert(1 > 2, "never")
      //! Cell 2, line 1: Assertion failed: never
      """#),
    Script(
      "faults",
      #"""
      var kept = [1, 2, 3]
      ---
      kept[kept.count + 7] = 0
      //! Cell 2, line 1
      //! Index out of range
      ---
      print("x")
      let none = Int("x")!
      //> x
      //! Cell 3, line 2
      //! nil
      ---
      var big = Int.max - kept.count
      for _ in 0..<9 { big += 1 }
      //! Cell 4, line 2
      //! overflow
      ---
      let zero = kept.count - 3
      print(1 / zero)
      //! Cell 5, line 2
      //! ivision by zero
      ---
      fatalError("the reason: \(kept)")
      //! Cell 6, line 1
      //! the reason: [1, 2, 3]
      ---
      precondition(kept.isEmpty, "must be empty")
      //! Cell 7, line 1
      //! must be empty
      ---
      let any: Any = kept
      print(any as! String)
      //! Cell 8, line 2
      //! String
      ---
      final class Box { var number = 0 }
      let box = Box()
      @inline(never) func change(_ x: inout Int, _ body: () -> Void) { body(); x += 1 }
      change(&box.number) { box.number += 1 }
      //! Cell 9
      ---
      @inline(never) func deep(_ n: Int) -> Int { kept.count > 99 ? 0 : deep(n + 1) + 1 }
      print(deep(0))
      //! Cell 10
      //! Too many calls within calls
      ---
      UnsafeMutablePointer<Int>(bitPattern: 8 + kept.count * 8)!.pointee = 1
      //! Cell 11, line 1
      ---
      import Foundation
      abort()
      //! Cell 12, line 2
      ---
      exit(0)
      //! Cell 13, line 1
      //! exit
      ---
      let thread = Thread { fatalError("in a thread") }
      thread.start()
      sleep(5)
      //! in a thread
      //! Cell 14
      ---
      let failing = Task { fatalError("in a task") }
      await failing.value
      //? will never be executed
      //! in a task
      //! Cell 15
      ---
      DispatchQueue.concurrentPerform(iterations: 4) { i in if i == 3 { fatalError("in a queue") } }
      //! in a queue
      //! Cell 16
      ---
      struct Sad: Error {}
      func sad() throws -> Int { throw Sad() }
      try! sad()
      //! Cell 17, line 3
      //! Sad()
      ---
      let assertion: Int? = nil
      assert(assertion != nil, "must be set")
      //! Cell 18, line 2
      //! must be set
      ---
      kept
      //= [1, 2, 3]
      ---
      [Int]().first!
      //! nil
      ---
      let e: [Int] = []
      e.randomElement()!
      //! nil
      ---
      var empty: [Int] = []
      empty.removeLast()
      //! Cell 22, line 2
      ---
      UInt8(kept.count + 400)
      //! Cell 23, line 1
      ---
      let range = 5...kept.count
      //! Cell 24, line 1
      ---
      Array("abc")[9]
      //! Cell 25, line 1
      ---
      let dict = [1: 2]
      dict[9]!
      //! Cell 26, line 2
      ---
      kept
      //= [1, 2, 3]
      """#),
  ]
}
