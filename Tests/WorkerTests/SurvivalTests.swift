import Testing
import WorkerProtocol

/// A way to end a program, and what the learner is to be told.
struct Fault: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var kind: RunFailure.Kind
  var message = ""
  var packages: [String] = []
  var isOnOtherThread = false

  var testDescription: String { name }

  static let all: [Fault] = [
    Fault(name: "index out of range", source: "kept[kept.count + 7] = 0", kind: .trap),
    Fault(
      name: "nil unwrapping", source: "let none = Int(\"x\")\nprint(none!)", kind: .trap),
    Fault(
      name: "overflow", source: "var big = Int.max - kept.count\nfor _ in 0..<9 { big += 1 }\nprint(big)", kind: .trap),
    Fault(name: "division by zero", source: "let zero = kept.count - 3\nprint(1 / zero)", kind: .trap),
    Fault(
      name: "fatalError", source: "fatalError(\"the reason: \\(kept)\")", kind: .trap, message: "the reason: [1, 2, 3]"),
    Fault(name: "precondition", source: "precondition(kept.isEmpty, \"must be empty\")", kind: .trap),
    Fault(
      name: "failed cast", source: "let any: Any = kept\nprint(any as! String)", kind: .trap,
      message: "Could not cast value of type"),
    Fault(
      name: "exclusivity violation",
      source: """
        final class Box { var number = 0 }
        let box = Box()
        @inline(never) func change(_ x: inout Int, _ body: () -> Void) { body(); x += 1 }
        change(&box.number) { box.number += 1 }
        """, kind: .trap, message: "Simultaneous accesses"),
    Fault(
      name: "uncaught error", source: "struct Sad: Error { var why = 7 }\nthrow Sad()", kind: .thrownError,
      message: "Sad(why: 7)"),
    Fault(
      name: "uncaught error in asynchronous code",
      source: """
        struct Sad: Error {}
        func fail() async throws -> Int { await Task.yield(); throw Sad() }
        let number = try CellRuntime.wait { try await fail() }
        """, kind: .thrownError, message: "Sad()"),
    Fault(
      name: "try!", source: "struct Sad: Error {}\nfunc fail() throws { throw Sad() }\ntry! fail()", kind: .trap,
      message: "'try!' expression unexpectedly raised an error: Sad()"),
    Fault(
      name: "endless recursion",
      source: "@inline(never) func deep(_ n: Int) -> Int { kept.count > 99 ? 0 : deep(n + 1) + 1 }\nprint(deep(0))",
      kind: .stackOverflow),
    Fault(
      name: "endless recursion that allocates",
      source: """
        final class Node { var next: Node?; var text = "" }
        @inline(never) func deep(_ n: Int) -> [Node] { let node = Node(); node.text = String(n) + "abcdefghijklmnopqrstuvw"; return deep(n + 1) + [node] }
        print(deep(0).count)
        """, kind: .stackOverflow),
    Fault(
      name: "null pointer write", source: "UnsafeMutablePointer<Int>(bitPattern: 8 + kept.count * 8)!.pointee = 1",
      kind: .badAccess),
    Fault(name: "abort", source: "abort()", kind: .abort, packages: ["Foundation"]),
    Fault(name: "exit", source: "exit(3)", kind: .exit, message: "3", packages: ["Foundation"]),
    Fault(
      name: "trap on another thread",
      source: "Thread.detachNewThread { print(kept[kept.count + 4]) }\nThread.sleep(forTimeInterval: 60)", kind: .trap,
      packages: ["Foundation"], isOnOtherThread: true),
    Fault(
      name: "trap in a task",
      source: "CellRuntime.wait { await Task { print(kept[kept.count + 4]) }.value }", kind: .trap,
      isOnOtherThread: true),
    Fault(
      name: "trap on the main actor",
      source: "CellRuntime.wait { await MainActor.run { print(kept[kept.count + 4]) } }", kind: .trap,
      isOnOtherThread: true),
    Fault(
      name: "trap in a dispatch queue",
      source: "DispatchQueue.global().async { print(kept[kept.count + 4]) }\nsleep(60)", kind: .trap,
      packages: ["Foundation"], isOnOtherThread: true),
    Fault(
      name: "trap in a description",
      source:
        "struct Bad: CustomStringConvertible { var description: String { fatalError(\"no words\") } }\nprint(Bad())",
      kind: .trap,
      message: "no words"),
    Fault(
      name: "trap in the first use of a static variable",
      source: "enum Lazy { static let value: Int = { kept[kept.count + 3] }() }\nprint(Lazy.value)", kind: .trap),
  ]
}

@Suite(.serialized) struct SurvivalTests {
  private static let keep = "var kept = [1, 2, 3]\nlet text = \"still here\""

  @Test(arguments: Fault.all) func theFaultEndsItsCellAndNothingElse(_ fault: Fault) throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, Self.keep))
    let report = try worker.run(try compiler.compile(2, fault.source, imports: [1], packages: fault.packages))
    #expect(report.failure?.kind == fault.kind, "\(report.outcome) \(report.transcript)")
    #expect(report.failure?.message.hasPrefix(fault.message) == true, "\(report.failure?.message ?? "no failure")")
    #expect(report.failure?.isOnOtherThread == fault.isOnOtherThread)
    #expect(report.transcript == "", "a failure is no output")
    #expect(report.failure?.backtrace.contains { $0.library.hasSuffix("libCell2.so") } == true, "\(report)")
    let after = try worker.run(try compiler.compile(3, "print(kept, text)", imports: [1]))
    #expect(after.text() == "[1, 2, 3] still here\n")
  }

  @Test func faultsInAnyOrderAgainAndAgainLoseNothing() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, Self.keep))
    let check = try compiler.compile(99, "print(kept, text)", imports: [1])
    let faults = try Fault.all.enumerated().map { index, fault in
      (fault, try compiler.compile(index + 2, fault.source, imports: [1], packages: fault.packages))
    }
    var number = 1000
    for _ in 0..<3 {
      for (fault, cell) in faults.shuffled() {
        number += 1
        let report = try worker.run(cell, as: number)
        #expect(report.failure?.kind == fault.kind, "\(fault.name): \(report.outcome) \(report.transcript)")
        number += 1
        #expect(try worker.run(check, as: number).text() == "[1, 2, 3] still here\n")
      }
    }
  }

  @Test func tasksThatTrapDoNotUseUpTheThreads() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, Self.keep))
    let bad = try compiler.compile(
      2, "CellRuntime.wait { await Task { print(kept[kept.count + 4]) }.value }", imports: [1])
    for number in 100..<120 { #expect(try worker.run(bad, as: number).failure?.kind == .trap) }
    let good = try compiler.compile(
      3,
      "let sum = CellRuntime.wait { await withTaskGroup(of: Int.self) { group in for i in 0..<100 { group.addTask { i } }; var s = 0; for await x in group { s += x }; return s } }\nprint(sum)"
    )
    #expect(try worker.run(good).text() == "4950\n")
  }

  @Test func dispatchGoesOnAfterFiftyTraps() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, Self.keep))
    let bad = try compiler.compile(
      2, "DispatchQueue.concurrentPerform(iterations: 64) { i in if i > 10 { print(kept[kept.count + i]) } }",
      imports: [1],
      packages: ["Dispatch"])
    let good = try compiler.compile(
      3,
      "let group = DispatchGroup()\nfor _ in 0..<8 { DispatchQueue.global().async(group: group) {} }\ngroup.wait()\nprint(\"done\")",
      packages: ["Dispatch"])
    for number in 100..<150 {
      #expect(try worker.run(bad, as: number * 2).failure?.kind == .trap)
      #expect(try worker.run(good, as: number * 2 + 1).text() == "done\n")
    }
  }
}
