import CellSyntax
import Diagnostics
import Synchronization
import WorkerProtocol

extension Session {
  /// Runs tests against what the cells have declared, and keeps every value of theirs, whatever the tests meet.
  ///
  /// - Parameter onRecord: Gets each record of Swift Testing's event stream as it comes.
  package func check(
    _ request: CheckRequest, output: any CellOutput, onRecord: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> CheckOutcome {
    _ = await takeTurn()
    defer { passTurn() }
    switchboard.begin()
    defer { switchboard.end() }
    await recoverIfEnded(output: output)
    return await check(request, number: 0, output: output, onRecord: onRecord)
  }

  /// Runs tests as a part of a cell: for a command, which has its turn already.
  package func check(
    _ request: CheckRequest, number: Int, output: any CellOutput,
    onRecord: @escaping @Sendable (String) -> Void = { _ in }
  ) async -> CheckOutcome {
    let missing = request.names.filter { cells.table.meanings[$0] == nil }
    guard missing.isEmpty else {
      return CheckOutcome(ending: .missing(names: missing, reasons: missing.compactMap(cells.reasonForMissing)))
    }
    guard let (plan, keys) = DeepStack.result(of: { [cells] in cells.plan(for: request) }) else {
      return CheckOutcome(ending: .unable(reason: CellFailure.noThread.message))
    }
    let clashes = cells.clashes(of: plan, with: request)
    guard clashes.isEmpty else { return CheckOutcome(ending: .clash(names: clashes)) }
    do {
      let process = ChildProcess()
      var folders = try await faces(for: plan, in: cells)
      // Modules whose names were changed lie in folders of their own, and have keys that say how.
      folders.keys = keys + (folders.search.count > 1 ? folders.keys : [])
      switch try await switchboard.during(
        process.stop, { try await compiler.compile(plan, folders: folders, process: process) })
      {
      case .stopped: return CheckOutcome(ending: .interrupted)
      case .mistakes(let diagnostics):
        let errors = visibleDiagnostics(diagnostics, plan: plan, number: number).filter { $0.severity == .error }
        return CheckOutcome(ending: .misfit(messages: errors.map(\.message)))
      case .compiled(let artifacts, _, let timings):
        return await run(plan, artifacts, timings, for: request, number: number, output: output, onRecord: onRecord)
      }
    } catch {
      return CheckOutcome(ending: .unable(reason: "\(error)"))
    }
  }

  private func run(
    _ plan: CellPlan, _ artifacts: CellArtifacts, _ timings: CompileTimings, for request: CheckRequest, number: Int,
    output: any CellOutput, onRecord: @escaping @Sendable (String) -> Void
  ) async -> CheckOutcome {
    let worker: Worker
    do { worker = try liveWorker() } catch { return CheckOutcome(ending: .unable(reason: "\(error)")) }
    let run = takeRunNumber()
    let records = Mutex<[String]>([])
    let cell = CellRun(
      run: run, number: number, module: plan.module, library: artifacts.library, entry: "", variables: [],
      allowsInput: false,
      suite: SuiteRun(
        testingLibrary: configuration.toolchain.libraries + "/libTesting.so",
        nonce: String(UInt64.random(in: .min ... .max), radix: 16)))
    let limit = TimeLimit(request.timeLimit, run: run, worker: worker)
    let interrupt = { @Sendable in worker.send(.interrupt(run: run)) }
    let outcome = await switchboard.during(interrupt) {
      await worker.run(cell, output: output) { record in
        records.withLock { $0.append(record) }
        onRecord(record)
      }
    }
    limit.cancel()
    var result = CheckOutcome(ending: .finished, records: records.withLock { $0 })
    result.timings.compile = timings.compile
    result.timings.link = timings.link
    result.timings.isCached = timings.isCached
    guard let outcome else {
      let words = await replacement(of: worker)
      result.ending = limit.hasPassed ? .timedOut(after: request.timeLimit) : .processEnded(words)
      return result
    }
    result.timings.run = .nanoseconds(Int64(clamping: outcome.duration))
    switch outcome.ending {
    case .success: result.ending = .finished
    case .interrupted: result.ending = limit.hasPassed ? .timedOut(after: request.timeLimit) : .interrupted
    case .failure(let failure) where failure.kind == .loading: result.ending = .unable(reason: failure.message)
    case .failure(let failure):
      // The frames of the tests are of no use to the learner; those of their own cells are.
      guard let module = cells.modules.last(where: { plan.imports.modules.contains($0.name) }) else {
        result.ending = .unable(reason: failure.message)
        break
      }
      result.ending = .failed(runtimeFailure(failure, module: module, number: module.number))
    }
    return result
  }
}
