import Testing
import WorkerProtocol

@Suite struct RunningTests {
  @Test func aCellPrintsAndItsVariablesLiveOn() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    let first = try compiler.compile(1, "let greeting = \"hello, world\"\nvar count = 41\nprint(greeting)")
    let report = try worker.run(first)
    #expect(report.isSuccess, "\(report)")
    #expect(
      report.events.first { if case .output = $0 { true } else { false } }
        == .output(run: 1, stream: .standardOutput, text: "hello, world\n"))
    #expect(report.outcome.initialized == [0, 1])
    #expect(report.outcome.types == ["Swift.String", "Swift.Int"])
    let second = try compiler.compile(2, "count += 1\nprint(count)", imports: [1])
    #expect(try worker.run(second).text() == "42\n")
  }

  @Test func anIndexOutOfRangeEndsTheCellOnly() throws {
    let compiler = try CellCompiler()
    let worker = try TestWorker()
    _ = try worker.run(try compiler.compile(1, "var xs = [1, 2, 3]"))
    let report = try worker.run(try compiler.compile(2, "print(\"before\")\nxs[xs.count + 4] = 1", imports: [1]))
    #expect(report.failure?.kind == .trap)
    #expect(report.text() == "before\n")
    #expect(report.failure?.backtrace.first?.library.hasSuffix("libCell2.so") == true, "\(report)")
    #expect(try worker.run(try compiler.compile(3, "print(xs)", imports: [1])).text() == "[1, 2, 3]\n")
  }
}
