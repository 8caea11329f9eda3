internal import CWorkerRuntime
import Glibc
internal import WorkerProtocol

/// A piece of work for a cell's thread. The manager creates it, the thread runs it, the manager looks at it again.
class CellJob: @unchecked Sendable {
  let run: Int

  init(run: Int) { self.run = run }

  /// Runs on the cell's thread and may end with it at any moment.
  func perform() {}

  /// Hands the job to a thread. The thread holds on to it until the manager releases it.
  func start(on thread: OpaquePointer) {
    let context = Unmanaged.passRetained(self).toOpaque()
    let body: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
      guard let context else { return }
      Unmanaged<CellJob>.fromOpaque(context).takeUnretainedValue().perform()
    }
    gb_cell_thread_run(thread, Int32(run), body, context)
  }
}

/// Loads a cell's library if need be and runs its top-level code.
final class RunJob: CellJob, @unchecked Sendable {
  let cell: CellRun
  private(set) var loadFailure: String?
  private(set) var setAside: [CellModules.SetAside] = []
  private(set) var started: UInt64 = 0
  private(set) var ended: UInt64 = 0

  private typealias EntryPoint = @convention(c) (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32

  init(_ cell: CellRun) {
    self.cell = cell
    super.init(run: cell.run)
  }

  override func perform() {
    // A cell that imports the learner's library finds its symbols in it, so it must be there first.
    _ = LearnersDisplays.shared
    var failure: UnsafePointer<CChar>?
    guard let handle = gb_load(cell.library, &failure) else {
      loadFailure = failure.map { String(cString: $0) } ?? "the library cannot be loaded"
      return
    }
    if let suite = cell.suite {
      started = monotonicTime()
      loadFailure = TestSuite(run: cell.run, module: cell.module, suite: suite).perform()
      ended = monotonicTime()
      return
    }
    guard let symbol = dlsym(handle, cell.entry) else {
      loadFailure = "\(cell.library) has no function \(cell.entry)"
      return
    }
    gb_set_run_of_library(symbol, Int32(cell.run))
    CellModules.shared.register(cell, handle: handle)
    CellNumbers.shared.note(cell)
    setAside = CellModules.shared.setAside(module: cell.module)
    let entry = unsafeBitCast(symbol, to: EntryPoint.self)
    started = monotonicTime()
    var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
    _ = arguments.withUnsafeMutableBufferPointer { entry(0, $0.baseAddress) }
    ended = monotonicTime()
    CellModules.destroy(takeSuperseded())
  }

  /// Settles what becomes of the values that the variables had before: those that the run has not reached get them
  /// back, the rest is returned and must be destroyed.
  func takeSuperseded() -> [CellModules.SetAside] {
    defer { setAside = [] }
    return CellModules.shared.restore(setAside, module: cell.module)
  }
}

/// Runs a closure on a cell's thread: whatever may call the user's code (a `deinit`, a `description`).
final class ClosureJob: CellJob, @unchecked Sendable {
  private let body: () -> Void

  init(run: Int, _ body: @escaping () -> Void) {
    self.body = body
    super.init(run: run)
  }

  override func perform() { body() }
}

func monotonicTime() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
