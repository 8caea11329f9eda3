import Foundation
import Testing
import WorkerProtocol

@Suite struct StateTests {
  @Test func runningACellAgainReplacesItsValuesAndDestroysTheOldOnes() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, "final class Noisy { deinit { print(\"gone\") } }\nvar rounds = 0"))
    let cell = try compiler.compile(
      2, "rounds += 1\nlet noisy = Noisy()\nif rounds == 2 { fatalError(\"stop\") }\nlet after = [rounds]", imports: [1]
    )
    #expect(try worker.run(cell, as: 10).text() == "")
    let second = try worker.run(cell, as: 11)
    #expect(second.failure?.message == "stop")
    #expect(second.text() == "gone\n")
    #expect(second.outcome.initialized == [0, 1], "what the run has not reached keeps its value")
    #expect(try worker.run(try compiler.compile(3, "print(after)", imports: [1, 2])).text() == "[1]\n")
    let third = try worker.run(cell, as: 12)
    #expect(third.isSuccess)
    #expect(third.text() == "gone\n")
  }

  @Test func aResultIsShownAndKeptWhileItIsSmallOrTheLatest() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    let first = try worker.run(
      try compiler.compile(1, "let out_1 = CellRuntime.show([Int](repeating: 7, count: 1_500_000))"))
    #expect(first.outcome.hasResult)
    #expect(first.displays.count == 1)
    #expect(first.displays.first?.hasPrefix(#"{"kind":"result","data":{"#) == true)
    #expect(try worker.run(try compiler.compile(2, "print((Out[1] as! [Int]).count)")).text() == "1500000\n")
    _ = try worker.run(try compiler.compile(3, "let out_3 = CellRuntime.show(\"small\")"))
    let missing = try worker.run(try compiler.compile(4, "print(out_1.value.count)", imports: [1]))
    #expect(missing.failure?.message == "Out[1] was let go to free 12 MB. Give a value a name to keep it.")
    #expect(try worker.run(try compiler.compile(5, "print(Out[3])")).text() == "small\n")
    let nothing = try worker.run(
      try compiler.compile(6, "var list: [Int]? = []\nlet out_6 = CellRuntime.show(list?.append(1))"))
    #expect(nothing.displays.isEmpty && !nothing.outcome.hasResult)
    try worker.send(.forgetResults)
    #expect(try worker.run(try compiler.compile(7, "print(Out)")).text() == "no results yet\n")
  }

  @Test func inputIsAskedForAndAnswered() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    let cell = try compiler.compile(
      1,
      "let name = readLine() ?? \"nobody\"\nlet c = getchar()\nlet secret = readPassword(prompt: \"Key: \")\nprint(name, c, secret as Any, readLine() as Any)",
      packages: ["Foundation"])
    try worker.send(.run(cell))
    for (prompt, isPassword, reply) in [
      ("", false, InputReply.line("Ada")), ("", false, .line("x")), ("Key: ", true, .line("k")),
      ("", false, .endOfFile),
    ] {
      let asked = try worker.events { if case .inputRequested = $0 { true } else { false } }
      #expect(asked.last == .inputRequested(run: 1, prompt: prompt, isPassword: isPassword))
      try worker.send(.input(run: 1, reply: reply))
    }
    #expect(try worker.report(of: 1).text() == "Ada 120 Optional(\"k\") nil\n")
    var mute = try compiler.compile(2, "let line = readLine()")
    mute.allowsInput = false
    #expect(try worker.run(mute).failure?.message.contains("nobody") == true)
  }

  @Test func theMemoryLimitEndsTheCellNotTheWorker() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker(environment: ["GLASSBOX_MEMORY_LIMIT": "300M"])
    _ = try worker.run(try compiler.compile(1, "let kept = [1, 2, 3]"))
    let big = try compiler.compile(2, "var big = [Int](repeating: 1, count: 500_000_000)\nprint(big.count)")
    let many = try compiler.compile(
      3,
      "final class Node { var next: Node?; var text = [1, 2, 3] }\nvar head: Node? = nil\nwhile true { let node = Node(); node.next = head; head = node }"
    )
    let check = try compiler.compile(4, "print(kept)", imports: [1])
    for number in 0..<3 {
      #expect(try worker.run(big, as: 10 + number * 10).failure?.kind == .memoryLimit)
      #expect(try worker.run(check, as: 11 + number * 10).text() == "[1, 2, 3]\n")
    }
    #expect(try worker.run(many, as: 100).failure?.kind == .memoryLimit)
    #expect(try worker.run(check, as: 101).text() == "[1, 2, 3]\n")
  }

  @Test func variablesAreDescribedBetweenRunsAndNeverDuringOne() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, "let xs = [1, 2, 3]\nlet any: Any = 5"))
    let references = [VariableReference(module: "Cell1", index: 0), VariableReference(module: "Cell1", index: 1)]
    func describe(_ request: Int) throws -> [VariableDescription] {
      try worker.send(.describe(request: request, variables: references))
      let events = try worker.events { if case .described(request, _) = $0 { true } else { false } }
      guard case .described(_, let variables) = events.last else { return [] }
      return variables
    }
    let idle = try describe(1)
    #expect(idle.map(\.reference) == references)
    #expect(idle.first?.value == "[1, 2, 3]")
    try worker.send(.run(try compiler.compile(2, "print(\"go\")\nwhile true {}")))
    _ = try worker.events { if case .output = $0 { true } else { false } }
    #expect(try describe(2).map(\.value) == ["…", "…"])
    try worker.send(.interrupt(run: 2))
    #expect(try worker.report(of: 2).isInterrupted)
  }

  @Test func theWorkerAnswersItsSmallRequests() throws {
    let worker = try TestWorker()
    try worker.send(.changeDirectory(request: 1, path: "/no such folder"))
    try worker.send(.load(request: 2, library: "/no/library.so"))
    let events = try worker.events { if case .completed(2, _) = $0 { true } else { false } }
    let failures = events.compactMap { if case .completed(_, let failure) = $0 { failure } else { nil } }
    #expect(failures.count == 2)
    #expect(failures.first == "/no such folder: No such file or directory")
    let missing = try worker.run(
      CellRun(run: 1, number: 1, module: "Cell1", library: "/no/cell.so", entry: "main", variables: []))
    #expect(missing.failure?.kind == .loading)
  }

  @Test func theWorkerEndsWithItsKernelAndTakesItsChildrenAlong() throws {
    let compiler = try CellCompiler()
    var worker: TestWorker? = try TestWorker()
    let cell = try compiler.compile(
      1,
      "let p = Process()\np.executableURL = URL(fileURLWithPath: \"/bin/sleep\")\np.arguments = [\"987\"]\ntry p.run()\nprint(p.processIdentifier)",
      packages: ["Foundation"])
    let text = try #require(worker?.run(cell).text())
    let child = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    let identifier = try #require(worker?.processIdentifier)
    try worker?.send(.shutdown)
    var status: Int32 = 0
    #expect(waitpid(identifier, &status, 0) == identifier)
    var isGone = false
    for _ in 0..<200 where !isGone {
      isGone =
        kill(child, 0) != 0
        || (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8))?.contains(") Z") == true
      usleep(10_000)
    }
    #expect(isGone)
    worker = nil
  }
}
