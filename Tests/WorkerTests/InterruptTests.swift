import Foundation
import Testing
import WorkerProtocol

/// Code that does not end by itself.
struct EndlessCode: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var packages: [String] = []
  var testDescription: String { name }

  static let all = [
    EndlessCode(name: "busy loop", source: "var turns = 0\nprint(\"go\")\nwhile true { turns &+= 1 }"),
    EndlessCode(
      name: "allocating loop",
      source:
        "print(\"go\")\nvar list: [[Int]] = []\nwhile true { list.append([1, 2]); if list.count > 1000 { list = [] } }"),
    EndlessCode(name: "sleep", source: "print(\"go\")\nsleep(100)", packages: ["Foundation"]),
    EndlessCode(
      name: "Thread.sleep", source: "print(\"go\")\nThread.sleep(forTimeInterval: 100)", packages: ["Foundation"]),
    EndlessCode(name: "usleep", source: "print(\"go\")\nwhile true { usleep(300) }", packages: ["Foundation"]),
    EndlessCode(name: "semaphore", source: "print(\"go\")\nDispatchSemaphore(value: 0).wait()", packages: ["Dispatch"]),
    EndlessCode(
      name: "group", source: "let g = DispatchGroup()\ng.enter()\nprint(\"go\")\ng.wait()", packages: ["Dispatch"]),
    EndlessCode(name: "lock", source: "let l = NSLock()\nl.lock()\nprint(\"go\")\nl.lock()", packages: ["Foundation"]),
    EndlessCode(
      name: "await",
      source: "print(\"go\")\ntry CellRuntime.wait { try await Task.sleep(nanoseconds: 100_000_000_000) }"),
    EndlessCode(
      name: "await on a busy task",
      source: "print(\"go\")\nCellRuntime.wait { await Task { var i = 0; while true { i &+= 1 } }.value }"),
    EndlessCode(name: "readLine", source: "print(\"go\")\nlet line = readLine()"),
    EndlessCode(name: "printing loop", source: "print(\"go\")\nwhile true { print(\"x\") }"),
    EndlessCode(name: "string loop", source: "print(\"go\")\nwhile true { _ = String(describing: [1.5, 2.5]) }"),
    EndlessCode(
      name: "child process",
      source:
        "print(\"go\")\nlet p = Process()\np.executableURL = URL(fileURLWithPath: \"/bin/sleep\")\np.arguments = [\"100\"]\ntry p.run()\np.waitUntilExit()",
      packages: ["Foundation"]),
  ]
}

@Suite(.serialized) struct InterruptTests {
  @Test(arguments: EndlessCode.all) func anInterruptStopsTheCellAndKeepsTheRest(_ code: EndlessCode) throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, "var kept = [1, 2, 3]"))
    try worker.send(.run(try compiler.compile(2, code.source, packages: code.packages)))
    _ = try worker.events { if case .output = $0 { true } else { false } }
    usleep(20_000)
    let start = DispatchTime.now()
    try worker.send(.interrupt(run: 2))
    let report = try worker.report(of: 2)
    let milliseconds = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e6
    #expect(report.isInterrupted, "\(report.outcome)")
    if ProcessInfo.processInfo.environment["GLASSBOX_TEST_TIMES"] != nil {
      print("interrupt of \(code.name): \(milliseconds) ms")
    }
    #expect(try worker.run(try compiler.compile(3, "print(kept)", imports: [1])).text() == "[1, 2, 3]\n")
  }

  @Test func anInterruptThatComesBeforeItsCellStopsThatCellAndNoOther() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, "let kept = [1, 2, 3]"))
    let endless = try compiler.compile(2, "while true {}")
    let check = try compiler.compile(3, "print(kept)", imports: [1])
    for number in 0..<20 {
      try worker.send(.interrupt(run: 10 + 3 * number))
      #expect(try worker.run(endless, as: 10 + 3 * number).isInterrupted)
      // One for a run that has ended, and one for a run that never comes.
      try worker.send(.interrupt(run: 10 + 3 * number))
      try worker.send(.interrupt(run: 12 + 3 * number))
      #expect(try worker.run(check, as: 11 + 3 * number).text() == "[1, 2, 3]\n")
    }
  }

  @Test func anInterruptReachesACellThatWaitsForSomethingElse() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(
      try compiler.compile(
        1,
        "import Glibc\nstruct Slow: CustomStringConvertible { var name = \"slow\"; var description: String { usleep(200_000); return name } }\nlet slow = Slow()"
      ))
    let endless = try compiler.compile(2, "while true {}")
    try worker.send(.describe(request: 1, variables: [VariableReference(module: "Cell1", index: 0)]))
    try worker.send(.run(endless))
    try worker.send(.interrupt(run: 2))
    #expect(try worker.report(of: 2).isInterrupted)
  }

  @Test func aThousandInterruptsOfAnAllocatingLoopLoseNothing() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(
      try compiler.compile(
        1,
        "final class Item { var name: String; init(_ n: Int) { name = \"item number \\(n), long enough\" } }\nvar items: [Item] = []\nvar table: [Int: [Int]] = [:]\nvar rounds = 0\nlet constant = (0..<1000).map { $0 * $0 }"
      ))
    let loop = try compiler.compile(
      2,
      "rounds += 1\nvar i = 0\nwhile true { items.append(Item(i)); table[i % 50, default: []].append(i); i += 1; if items.count > 20_000 { items = []; table = [:] } }",
      imports: [1])
    let check = try compiler.compile(
      3,
      "var total = 0\nfor item in items { total += item.name.utf8.count }\nfor (_, list) in table { total += list.count }\nprint(rounds, constant.reduce(0, +), total >= 0)",
      imports: [1])
    for number in 1...1000 {
      try worker.send(
        .run(
          CellRun(
            run: number * 2 + 10, number: 2, module: loop.module, library: loop.library, entry: loop.entry,
            variables: loop.variables)))
      usleep(UInt32.random(in: 0...2000))
      try worker.send(.interrupt(run: number * 2 + 10))
      let report = try worker.report(of: number * 2 + 10)
      #expect(report.isInterrupted, "\(report.outcome)")
      if number % 50 == 0 {
        let report = try worker.run(check, as: number * 2 + 11)
        #expect(report.text().hasSuffix(" 332833500 true\n"), "\(report)")
      }
    }
  }
}
