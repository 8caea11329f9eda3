import Foundation
import Testing
import WorkerProtocol

@Suite(.serialized) struct HoldTests {
  private func prepare(environment: [String: String] = [:]) throws -> (CellCompiler, TestWorker) {
    let compiler = try CellCompiler()
    let worker = try TestWorker(environment: environment)
    let report = try worker.run(try compiler.compile(1, HeldWork.preparation, packages: HeldWork.packages))
    #expect(report.isSuccess, "\(report.outcome)")
    return (compiler, worker)
  }

  private func compile(_ number: Int, _ source: String, with compiler: CellCompiler) throws -> CellRun {
    try compiler.compile(number, source, imports: [1], packages: HeldWork.packages)
  }

  /// Starts a cell and interrupts it some time after it has printed something.
  private func interrupt(_ cell: CellRun, in worker: TestWorker, after microseconds: UInt32) throws -> Report {
    try worker.send(.run(cell))
    _ = try worker.events { if case .output = $0 { true } else { false } }
    usleep(microseconds)
    try worker.send(.interrupt(run: cell.run))
    return try worker.report(of: cell.run)
  }

  @Test(arguments: HeldWork.all) func anInterruptNeverComesBetweenHoldAndRelease(_ work: HeldWork) throws {
    let (compiler, worker) = try prepare()
    var cell = try compile(2, "print(\"go\")\nwhile true { \(work.source) }", with: compiler)
    for number in 1...10 {
      cell.run = 10 + number
      let report = try interrupt(cell, in: worker, after: .random(in: 0...150_000))
      #expect(report.isInterrupted, "\(report.outcome)")
    }
    let check = try compile(3, "print(counts[0] > 0, counts[0] - counts[1])", with: compiler)
    #expect(try worker.run(check).text() == "true 0\n")
  }

  @Test func theOutermostReleaseIsWhereAnInterruptedThreadEnds() throws {
    let (compiler, worker) = try prepare()
    // Longer than the two seconds that a thread may sleep in a place that is not known to be safe.
    let cell = try compile(
      2,
      """
      withoutInterruption {
        print("go")
        withoutInterruption { usleep(2_500_000) }
        counts[0] = 1
      }
      counts[1] = 1
      """, with: compiler)
    #expect(try interrupt(cell, in: worker, after: 0).isInterrupted)
    #expect(try worker.run(try compile(3, "print(counts[0], counts[1])", with: compiler)).text() == "1 0\n")
  }

  /// Tells how often tasks have gone on after their run, of those that count in `counts[0]` and `counts[1]`.
  private func checkOfTasks(_ number: Int, with compiler: CellCompiler) throws -> CellRun {
    try compile(
      number,
      """
      while counts[0] != counts[1] { usleep(1000) }
      let rounds = counts[0]
      usleep(400_000)
      print(counts[0] - rounds)
      """, with: compiler)
  }

  @Test func aTaskThatHoldsIsStoppedAtItsRelease() throws {
    let (compiler, worker) = try prepare()
    let cell = try compile(
      2, "print(\"go\")\nCellRuntime.wait { await Task { while true { held { spin {} } } }.value }", with: compiler)
    let check = try checkOfTasks(3, with: compiler)
    for number in 1...5 {
      var cell = cell
      cell.run = 10 * number
      #expect(try interrupt(cell, in: worker, after: .random(in: 0...150_000)).isInterrupted)
      #expect(try worker.run(check, as: 10 * number + 1).text() == "0\n")
    }
  }

  @Test func aHoldEndsWithItsCell() throws {
    let (compiler, worker) = try prepare()
    #expect(try worker.run(try compile(2, "holdInterruption()", with: compiler)).isSuccess)
    let endless = try compile(3, "print(\"go\")\nwhile true { sum.grow() }", with: compiler)
    #expect(try interrupt(endless, in: worker, after: 1000).isInterrupted)
  }

  @Test func aHoldEndsWithTheTasksThatWereGivenItsThread() throws {
    let (compiler, worker) = try prepare()
    let forgetful = try compile(
      2,
      """
      CellRuntime.wait {
        await withTaskGroup(of: Void.self) { group in
          for _ in 0..<100 { group.addTask { holdInterruption(); usleep(1000) } }
        }
      }
      """, with: compiler)
    #expect(try worker.run(forgetful).isSuccess)
    let endless = try compile(
      3,
      "print(\"go\")\nCellRuntime.wait { await Task { while true { counts[0] += 1; spin {}; counts[1] = counts[0] } }.value }",
      with: compiler)
    #expect(try interrupt(endless, in: worker, after: 1000).isInterrupted)
    #expect(try worker.run(try compile(4, "counts[1] = counts[0]", with: compiler)).isSuccess)
    #expect(try worker.run(try checkOfTasks(5, with: compiler)).text() == "0\n")
  }

  @Test func aReleaseTooManyDoesNoHarm() throws {
    let (compiler, worker) = try prepare()
    let cell = try compile(
      2, "releaseInterruption()\nprint(\"go\")\nwhile true { held { spin {} } }", with: compiler)
    #expect(try interrupt(cell, in: worker, after: 1000).isInterrupted)
    #expect(try worker.run(try compile(3, "print(counts[0] - counts[1])", with: compiler)).text() == "0\n")
  }

  @Test(arguments: [
    ("print(list[list.count + 7])", RunFailure.Kind.trap),
    ("UnsafeMutablePointer<Int>(bitPattern: 8 + list.count * 8)!.pointee = 1", .badAccess),
    (
      "@inline(never) func deep(_ n: Int) -> Int { list.count > 99 ? 0 : deep(n + 1) + 1 }\nprint(deep(0))",
      .stackOverflow
    ),
    ("exit(3)", .exit),
  ])
  func aFaultInAHoldEndsTheCellAtOnce(_ source: String, _ kind: RunFailure.Kind) throws {
    let (compiler, worker) = try prepare()
    let fault = try compile(2, "withoutInterruption {\n\(source)\n}", with: compiler)
    let endless = try compile(3, "print(\"go\")\nwhile true { sum.grow() }", with: compiler)
    for number in 1...3 {
      let report = try worker.run(fault, as: 10 * number)
      #expect(report.failure?.kind == kind, "\(report.outcome)")
      var endless = endless
      endless.run = 10 * number + 1
      #expect(try interrupt(endless, in: worker, after: 1000).isInterrupted)
    }
  }

  @Test func theMemoryLimitWaitsForTheRelease() throws {
    let (compiler, worker) = try prepare(environment: ["GLASSBOX_MEMORY_LIMIT": "200M"])
    // Blocks that are too small to be refused, and time for the watcher to see them.
    let cell = try compile(
      2,
      """
      withoutInterruption {
        counts[0] = 1
        for _ in 0..<8000 {
          let block = malloc(1 << 16)
          list.append(Int(bitPattern: block))
          memset(block!, 1, 1 << 16)
        }
        usleep(1_000_000)
        counts[1] = 1
      }
      counts[2] = 1
      """, with: compiler)
    #expect(try worker.run(cell).failure?.kind == .memoryLimit)
    #expect(
      try worker.run(try compile(3, "print(counts[0], counts[1], counts[2])", with: compiler)).text() == "1 1 0\n")
  }
}
