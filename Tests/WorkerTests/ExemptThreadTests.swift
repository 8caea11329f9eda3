import Foundation
import Testing
import WorkerProtocol

/// A thread like those of a library's pool, made by one cell and used by all.
@Suite(.serialized) struct ExemptThreadTests {
  private static let server = """
    final class Server: @unchecked Sendable {
      let asked = DispatchSemaphore(value: 0), answered = DispatchSemaphore(value: 0)
      var work: () -> Int = { 0 }
      var answer = 0
      func serve() {
        exemptThisThreadFromInterruption()
        while true {
          asked.wait()
          answer = work()
          answered.signal()
        }
      }
      func ask(_ work: @escaping () -> Int) -> Int {
        withoutInterruption {
          self.work = work
          asked.signal()
          answered.wait()
          return answer
        }
      }
    }
    let server = Server()
    Thread.detachNewThread { server.serve() }
    """
  private static let packages = ["Foundation", "Interruption"]

  private func compile(_ number: Int, _ source: String, with compiler: CellCompiler) throws -> CellRun {
    try compiler.compile(number, source, imports: number == 1 ? [] : [1], packages: Self.packages)
  }

  @Test func itServesOnWhateverInterruptsTheCellsThatAskIt() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compile(1, Self.server, with: compiler))
    // An interrupt between question and answer would leave an answer for the next question.
    var cell = try compile(
      2,
      """
      print("go")
      var n = 0
      while true {
        n += 1
        let asked = n
        if server.ask({ asked * 2 }) != n * 2 { fatalError("the answer to another question") }
      }
      """, with: compiler)
    for number in 1...50 {
      cell.run = 10 + number
      try worker.send(.run(cell))
      _ = try worker.events { if case .output = $0 { true } else { false } }
      usleep(.random(in: 0...5000))
      try worker.send(.interrupt(run: cell.run))
      let report = try worker.report(of: cell.run)
      #expect(report.isInterrupted, "\(report.outcome)")
    }
    #expect(try worker.run(try compile(3, "print(server.ask { 42 })", with: compiler)).text() == "42\n")
  }

  @Test func theMemoryLimitRefusesItNothing() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker(environment: ["GLASSBOX_MEMORY_LIMIT": "300M"])
    _ = try worker.run(try compile(1, Self.server, with: compiler))
    // The address is kept, or else the compiler would leave out the block that nobody uses.
    let cell = try compile(
      2,
      """
      var address = 0
      let work: () -> Int = {
        let block = malloc(1 << 30)
        address = Int(bitPattern: block)
        free(block)
        return address == 0 ? 0 : 1
      }
      print(server.ask(work))
      print(work())
      """, with: compiler)
    #expect(try worker.run(cell).text() == "1\n0\n")
  }

  @Test func aFaultInItEndsTheProcess() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compile(1, Self.server, with: compiler))
    let cell = try compile(2, "print(server.ask { [1][server.answer + 7] })", with: compiler)
    #expect(throws: TestWorker.Ended.self) { try worker.run(cell) }
    kill(worker.processIdentifier, SIGKILL)
    var status: Int32 = 0
    #expect(waitpid(worker.processIdentifier, &status, 0) == worker.processIdentifier)
    #expect(status & 0x7F == SIGILL || status & 0x7F == SIGTRAP)
  }

  @Test func theThreadOfACellCannotBeExempt() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    let cell = try compiler.compile(
      1, "exemptThisThreadFromInterruption()\nprint(\"go\")\nvar turns = 0\nwhile true { turns &+= 1 }",
      packages: Self.packages)
    try worker.send(.run(cell))
    _ = try worker.events { if case .output = $0 { true } else { false } }
    try worker.send(.interrupt(run: 1))
    #expect(try worker.report(of: 1).isInterrupted)
  }
}
