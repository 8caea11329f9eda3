import CellSyntax
import Diagnostics
import Foundation
import Synchronization
import WorkerProtocol

/// Runs cells one after the other and remembers everything that they declare.
///
/// A session knows nothing of notebooks: text comes in, output goes to a ``CellOutput``. The cells' code never runs in
/// this process.
public actor Session {
  let configuration: SessionConfiguration
  let commands: CommandTable
  var compiler: CellCompiler
  let switchboard = InterruptSwitch()
  let folder: SessionFolder
  var cells = CellCollection()
  /// What the session will know when the running cell has come to its end.
  var expected: CellCollection?
  var packages = PackageShelf()
  var history: [HistoryEntry] = []
  var workingDirectory: String?
  var environmentChanges: [String: String] = [:]
  var worker: Worker?
  private var commHandler: @Sendable (String) -> Void = { _ in }
  private var nextRun = 1
  var shownWarnings: Set<String> = []
  private var isBusy = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// A cell that was run.
  struct HistoryEntry: Sendable {
    var number: Int
    var code: String
  }

  public init(configuration: SessionConfiguration) throws {
    try configuration.installation.check()
    self.configuration = configuration
    commands = CommandTable(adding: configuration.commands)
    let cache = CellCache.located(environment: configuration.environment)
    compiler = CellCompiler(
      toolchain: configuration.toolchain, installation: configuration.installation, cache: cache)
    folder = try SessionFolder(cache: cache)
  }

  deinit {
    worker?.stop()
    folder.remove()
  }

  // MARK: Life

  /// Starts the process that runs the cells, so that the first cell need not wait for it.
  public func start() async {
    if let worker = try? liveWorker() { await worker.waitUntilReady() }
    let cache = compiler.cache
    Task.detached(priority: .background) { cache.trim() }
  }

  /// Where comm messages of the cells go, as JSON text.
  public func setCommHandler(_ handler: @escaping @Sendable (String) -> Void) { commHandler = handler }

  /// Passes a comm message to the cells' side and waits until it is handled.
  ///
  /// - Returns: Whether something took it.
  public func receive(comm message: String, output: any CellOutput) async -> Bool {
    guard let worker = try? liveWorker() else { return false }
    return await worker.comm(message, output: output) == nil
  }

  /// Stops the running cell and keeps everything.
  public nonisolated func interrupt() { switchboard.interrupt() }

  /// Ends the process that runs the cells, and its children.
  public func shutdown() {
    switchboard.interrupt()
    worker?.stop()
    worker = nil
    folder.remove()
  }

  /// The process that runs the cells, for measurements.
  public var workerProcess: Int32? { worker.flatMap { $0.endingStatus == nil ? $0.identifier : nil } }

  /// A number for a run that no other has.
  func takeRunNumber() -> Int {
    nextRun += 1
    return nextRun
  }

  func liveWorker() throws -> Worker {
    if let worker, worker.endingStatus == nil { return worker }
    let handler = commHandler
    let fresh = try Worker(
      launcher: configuration.launcher, program: configuration.installation.worker, environment: cellEnvironment,
      directory: currentDirectory,
      onComm: { handler($0) })
    worker = fresh
    return fresh
  }

  // MARK: Run

  /// Runs a cell to its end.
  public func execute(_ request: CellRequest, output: any CellOutput) async -> CellResult {
    let interruptCount = switchboard.count
    let hasWaited = await takeTurn()
    defer { passTurn() }
    if hasWaited, switchboard.count != interruptCount {
      return CellResult(ending: .interrupted(.interrupted(during: "wait for another cell")))
    }
    switchboard.begin()
    defer { switchboard.end() }
    if request.isInterrupted() { switchboard.interrupt() }
    await recoverIfEnded(output: output)
    if request.isStored { history.append(HistoryEntry(number: request.number, code: request.code)) }
    return await perform(request, output: output)
  }

  /// Waits until no other cell runs. An actor alone does not keep cells apart: at each `await` it lets others in.
  ///
  /// - Returns: Whether there was one to wait for.
  func takeTurn() async -> Bool {
    guard isBusy else {
      isBusy = true
      return false
    }
    await withCheckedContinuation { waiting.append($0) }
    return true
  }

  func passTurn() {
    guard !waiting.isEmpty else {
      isBusy = false
      return
    }
    waiting.removeFirst().resume()
  }

  /// Compiles a cell that waits behind the running one. If the running cell comes to its end, the result is in the cache.
  public func prepare(_ code: String, number: Int) async {
    guard let expected, case .swift(let text) = CellText(code).content,
      CellText.tooDeepLine(in: text) == nil
    else { return }
    let plan = DeepStack.result { () -> CellPlan? in
      let cell = ParsedCell(text)
      guard !cell.hasError, expected.earlyReads(of: cell).isEmpty, expected.repeatable(cell) == nil else { return nil }
      return expected.planner.plan(cell, module: expected.moduleName(for: number))
    }
    guard case .some(.some(let plan)) = plan, let folders = try? await faces(for: plan, in: expected) else { return }
    _ = try? await compiler.compile(plan, folders: folders, process: ChildProcess())
  }

  /// Compiles and runs Swift text.
  func run(_ text: String, request: CellRequest, output: any CellOutput) async -> CellResult {
    if let line = CellText.tooDeepLine(in: text) {
      return CellResult(
        ending: .failure(
          CellFailure(
            name: "CompileError",
            message:
              "Cell \(request.number), line \(line): too many brackets stand open inside one another (\(CellText.deepestSquareNesting) square ones, \(CellText.deepestNesting) in all, are the most)."
          )))
    }
    let read = DeepStack.result { [cells] in
      let cell = ParsedCell(text)
      return (cell: cell, module: cells.repeatable(cell))
    }
    guard let read else { return CellResult(ending: .failure(.noThread)) }
    let cell = read.cell
    if let mistake = earlyReadMistake(cell, number: request.number) {
      cells.note(unmade: cell.declarations, number: request.number)
      return CellResult(ending: .failure(mistake))
    }
    if let module = read.module {
      return await run(module, timings: CompileTimings(isCached: true), request: request, output: output)
    }
    let name = cells.moduleName(for: request.number)
    guard let plan = DeepStack.result(of: { [planner = cells.planner] in planner.plan(cell, module: name) }) else {
      return CellResult(ending: .failure(.noThread))
    }
    do {
      let folders = try await faces(for: plan, in: cells)
      let process = ChildProcess()
      let outcome = try await switchboard.during(process.stop) {
        try await compiler.compile(plan, folders: folders, process: process)
      }
      switch outcome {
      case .stopped: return CellResult(ending: .interrupted(.interrupted(during: "compilation")))
      case .mistakes(let diagnostics):
        let failure = compileFailure(diagnostics, plan: plan, number: request.number)
        cells.note(unmade: cell.declarations, number: request.number)
        return CellResult(ending: .failure(failure))
      case .compiled(let artifacts, let warnings, let timings):
        report(warnings, plan: plan, number: request.number, output: output)
        for notice in plan.notices { output.notice(Notice(plain: notice)) }
        try folder.add(module: plan.module, from: artifacts.folder)
        let module = CellModule(name: plan.module, number: request.number, plan: plan, artifacts: artifacts)
        return await run(module, timings: timings, request: request, output: output)
      }
    } catch {
      return CellResult(ending: .failure(CellFailure(name: "GlassboxError", message: "\(error)")))
    }
  }

  /// Runs a compiled cell.
  private func run(
    _ module: CellModule, timings: CompileTimings, request: CellRequest, output: any CellOutput
  ) async -> CellResult {
    if switchboard.isInterrupted { return CellResult(ending: .interrupted(.interrupted(during: "compilation"))) }
    let worker: Worker
    do { worker = try liveWorker() } catch {
      return CellResult(ending: .failure(CellFailure(name: "GlassboxError", message: "\(error)")))
    }
    let run = takeRunNumber()
    var next = cells
    next.add(module, initialized: nil, types: [:], hasResult: module.plan.rewritten.result != nil, failure: "")
    expected = next
    defer { expected = nil }
    let interrupt = { @Sendable in worker.send(.interrupt(run: run)) }
    let limit = request.timeLimit.map { TimeLimit($0, run: run, worker: worker) }
    defer { limit?.cancel() }
    let outcome = await switchboard.during(interrupt) {
      await worker.run(
        CellRun(
          run: run, number: request.number, module: module.name, library: module.artifacts.library,
          entry: module.plan.entryPoint,
          variables: module.artifacts.variables, allowsInput: request.allowsInput),
        output: output)
    }
    guard let outcome else { return await recover(from: worker, request: request) }
    return finish(module, outcome: outcome, timings: timings, request: request, output: output)
  }

  private func finish(
    _ module: CellModule, outcome: RunOutcome, timings: CompileTimings, request: CellRequest, output: any CellOutput
  ) -> CellResult {
    var result = CellResult(ending: .success)
    result.timings.compile = timings.compile
    result.timings.link = timings.link
    result.timings.isCached = timings.isCached
    result.timings.run = .nanoseconds(Int64(clamping: outcome.duration))
    if outcome.hiddenLines > 0 || outcome.hiddenBytes > 0 {
      output.notice(
        Notice(plain: "\(outcome.hiddenLines) more lines of output are hidden (\(Bytes(outcome.hiddenBytes)))."))
    }
    var reason = ""
    switch outcome.ending {
    case .success: break
    case .failure(let failure):
      let failure = runtimeFailure(failure, module: module, number: request.number)
      reason = "cell \(request.number) stopped before it was set"
      result.ending = .failure(failure)
    case .interrupted(let backtrace):
      reason = "cell \(request.number) was interrupted before it was set"
      result.ending = .interrupted(interruption(backtrace, module: module, number: request.number))
    }
    let old = cells
    var types: [Int: String] = [:]
    for (index, type) in zip(outcome.initialized, outcome.types) { types[index] = type }
    cells.add(
      CellModule(name: module.name, number: request.number, plan: module.plan, artifacts: module.artifacts),
      initialized: Set(outcome.initialized), types: types, hasResult: outcome.hasResult, failure: reason)
    for notice in staleNotices(after: module, old: old) { output.notice(Notice(plain: notice)) }
    return result
  }

  // MARK: Warnings

  private func report(_ warnings: [Diagnostic], plan: CellPlan, number: Int, output: any CellOutput) {
    let fresh = visibleDiagnostics(warnings, plan: plan, number: number).filter { diagnostic in
      shownWarnings.insert("\(diagnostic.message) \(plan.parsed.text)").inserted
    }
    guard !fresh.isEmpty else { return }
    let text = diagnosticRenderer(plan: plan, number: number).render(fresh)
    output.notice(Notice(plain: text.plain, colored: text.colored))
  }
}
