internal import CWorkerRuntime
import Glibc
internal import WorkerProtocol

/// Decides what the cells' thread does next, and notices how it ends. Lives on one thread.
final class CellManager {
  private var thread: OpaquePointer?
  /// The work that is being done, and what is to happen after it.
  private var current: Work?
  private var waiting: [WorkerRequest] = []
  /// The run that began last.
  private var lastRun = 0
  /// A run that was told to stop before it began.
  private var stoppedRun: Int?
  /// The runs whose failure is known. What their other threads meet afterwards is no news.
  private var reportedRuns: Set<Int> = []

  private struct Work {
    var job: CellJob
    /// Set for the run of a cell, as opposed to a description or a clean-up.
    var run: RunJob?
    /// The thread is to be stopped, with this kind of end.
    var stop: Int32?
    /// Another thread of the run has failed.
    var failure: RunFailure?
    var startTicks: UInt64 = 0
    /// What happens when the job has ended, whichever way.
    var completion: (() -> Void)?
  }

  func serve(_ worker: Worker) {
    while true {
      if let thread, let stop = current?.stop { _ = gb_try_to_stop(thread, stop, 20) }
      let notice = gb_next_notice(current?.stop == nil ? -1 : 0)
      switch notice.kind {
      case Int32(GB_NOTICE_REQUEST):
        for request in worker.takeRequests() { handle(request) }
      case Int32(GB_NOTICE_DONE):
        finishWork(death: nil)
      case Int32(GB_NOTICE_DEATH):
        guard let death = notice.pointer?.assumingMemoryBound(to: gb_death.self) else { break }
        handle(death.pointee)
        gb_death_free(death)
      case Int32(GB_NOTICE_MEMORY):
        if let run = current?.run, run.run == Int(notice.number), current?.stop == nil {
          current?.stop = Int32(GB_END_MEMORY_LIMIT)
        }
      default: break
      }
    }
  }

  // MARK: Requests

  private func handle(_ request: WorkerRequest) {
    switch request {
    case .interrupt(let run):
      // It may come before its run, which others send, or while something else is done first.
      guard current?.job.run == run else {
        if run > lastRun { stoppedRun = run }
        return
      }
      guard current?.stop == nil else { return }
      if let ticks = current?.startTicks { gb_kill_children(ticks) }
      current?.stop = Int32(GB_END_INTERRUPTED)
    case .shutdown:
      gb_end_process(0)
    case .input:
      break
    case .setEnvironment(let name, let value):
      if let value { setenv(name, value, 1) } else { unsetenv(name) }
    case .changeDirectory(let request, let path):
      let failure = chdir(path) == 0 ? nil : "\(path): \(String(cString: strerror(errno)))"
      EventQueue.send(.completed(request: request, failure: failure), run: 0)
    case .comm(let run, let message):
      CommThread.deliver(message, run: run)
    case .describe(let request, let variables) where current?.run != nil:
      EventQueue.send(.described(request: request, variables: variables.map(VariableDescription.computing)), run: 0)
    case .run, .describe, .load, .forgetResults:
      if current == nil { begin(request) } else { waiting.append(request) }
    }
  }

  private func begin(_ request: WorkerRequest) {
    switch request {
    case .run(let cell):
      reportedRuns.remove(cell.run)
      gb_set_active_run(Int32(cell.run))
      gb_output_begin(Int32(cell.run), max(cell.outputLimit, 0))
      gb_memory_begin()
      gb_input_begin()
      InputDesk.shared.begin(run: cell.run, allowsInput: cell.allowsInput)
      let job = RunJob(cell)
      lastRun = cell.run
      start(Work(job: job, run: job, startTicks: gb_ticks_now()))
      if stoppedRun == cell.run { current?.stop = Int32(GB_END_INTERRUPTED) }
    case .describe(let request, let variables):
      let description = DescribeJob(variables)
      start(
        Work(
          job: description,
          completion: { EventQueue.send(.described(request: request, variables: description.answers), run: 0) }))
    case .load(let request, let library):
      let job = LoadJob(library)
      start(Work(job: job, completion: { EventQueue.send(.completed(request: request, failure: job.failure), run: 0) }))
    case .forgetResults:
      start(Work(job: ClosureJob(run: 0) { ResultTable.shared.forgetAll() }))
    default:
      break
    }
  }

  private func start(_ work: Work) {
    if thread == nil { thread = gb_cell_thread_create() }
    guard let thread else {
      if let run = work.run {
        finish(run, ending: .failure(RunFailure(kind: .loading, message: "no memory for a thread")))
      }
      return
    }
    current = work
    work.job.start(on: thread)
  }

  private func beginNext() {
    while current == nil, !waiting.isEmpty { begin(waiting.removeFirst()) }
  }

  // MARK: Endings

  private func handle(_ death: gb_death) {
    if death.thread == thread {
      thread = nil
      finishWork(death: death)
      return
    }
    let failure = RunFailure(death, isOnOtherThread: true)
    if death.kind == GB_END_INTERRUPTED { return }
    if let run = current?.run, run.run == Int(death.run) {
      if current?.failure == nil { current?.failure = failure }
      if current?.stop == nil { current?.stop = Int32(GB_END_INTERRUPTED) }
    } else if reportedRuns.insert(Int(death.run)).inserted {
      EventQueue.send(
        .output(
          run: Int(death.run), stream: .standardError,
          text: "A task or thread that this cell had started was stopped: \(failure.summary)\n"), run: Int(death.run))
    }
  }

  private func finishWork(death: gb_death?) {
    guard let work = current else { return }
    current = nil
    if let run = work.run {
      let ending: RunOutcome.Ending
      if let failure = work.failure {
        ending = .failure(failure)
      } else if let death {
        let failure = RunFailure(death, isOnOtherThread: false)
        // Whatever ends a run that was told to stop, it was stopped.
        ending =
          work.stop == Int32(GB_END_INTERRUPTED) ? .interrupted(backtrace: failure.backtrace) : .failure(failure)
      } else if let message = run.loadFailure {
        ending = .failure(RunFailure(kind: .loading, message: message))
      } else {
        // A cell that waited for a child may come to its end because the interrupt has ended the child.
        ending = work.stop == Int32(GB_END_INTERRUPTED) ? .interrupted(backtrace: []) : .success
      }
      // The cell waits no longer for its tasks: those that do not end when they are cancelled are stopped.
      if death != nil, WaitedTasks.shared.cancelAll(run: run.run) { gb_stop_pool_threads(Int32(run.run)) }
      if ending != .success { reportedRuns.insert(run.run) }
      let superseded = run.takeSuperseded()
      if superseded.isEmpty {
        finish(run, ending: ending)
      } else {
        // Their `deinit` is the user's code and may fail in its turn; the run is over either way.
        let cleanUp = ClosureJob(run: run.run) { CellModules.destroy(superseded) }
        start(Work(job: cleanUp, completion: { self.finish(run, ending: ending) }))
      }
    } else {
      work.completion?()
    }
    beginNext()
  }

  private func finish(_ run: RunJob, ending: RunOutcome.Ending) {
    var outcome = RunOutcome(ending: ending)
    for (index, slot) in CellModules.shared.slots(of: run.cell.module).enumerated() where slot.isInitialized {
      outcome.initialized.append(index)
      outcome.types.append(slot.type.map { _typeName($0, qualified: true) } ?? "")
    }
    gb_output_end(Int32(run.run), &outcome.hiddenLines, &outcome.hiddenBytes)
    outcome.hasResult = ResultTable.shared.output(run.cell.number) != nil
    if run.started > 0 { outcome.duration = (run.ended > 0 ? run.ended : monotonicTime()) - run.started }
    EventQueue.send(.finished(run: run.run, outcome: outcome), run: run.run)
  }
}
