internal import CWorkerRuntime
import Synchronization

/// Runs asynchronous code to its end while the cell's thread waits.
///
/// Top-level `await` in a cell is rewritten to a call of this function. An interrupt cancels the task and ends the cell.
public func wait<Value, Failure: Error>(
  _ body: @escaping () async throws(Failure) -> Value
) throws(Failure) -> Value {
  // The cell's thread does nothing while the task runs, so the two take turns with whatever the closure captures.
  nonisolated(unsafe) let body = body
  let outcome = Outcome<Value, Failure>()
  let task = Task.detached(priority: .userInitiated) {
    do throws(Failure) {
      outcome.result = .success(try await body())
    } catch {
      outcome.result = .failure(error)
      outcome.origin = [UInt64](unsafeUninitializedCapacity: Int(GB_THROWN_KEPT)) { addresses, count in
        count = addresses.baseAddress.map { Int(gb_copy_thrown($0)) } ?? 0
      }
    }
    gb_signal_set(outcome.signal)
  }
  let run = Int(gb_current_run())
  WaitedTasks.shared.add(task, run: run)
  gb_signal_wait(outcome.signal)
  WaitedTasks.shared.remove(run: run)
  guard let result = outcome.result else { fatalError("a task ended without a result") }
  // The report of the error shall name the line that threw it, not only the one that waited.
  if case .failure = result, !outcome.origin.isEmpty {
    gb_set_thrown_before(outcome.origin, Int32(outcome.origin.count))
  }
  return try result.get()
}

private final class Outcome<Value, Failure: Error>: @unchecked Sendable {
  // Written by the task before the signal, read by the waiting thread after it.
  var result: Result<Value, Failure>?
  /// The calls that led to the error, as addresses.
  var origin: [UInt64] = []
  let signal = gb_signal_create()

  deinit { gb_signal_destroy(signal) }
}

/// The tasks that cells wait for, so that an interrupt can cancel them.
final class WaitedTasks: Sendable {
  static let shared = WaitedTasks()
  private let tasks = Mutex<[Int: [Task<Void, Never>]]>([:])

  func add(_ task: Task<Void, Never>, run: Int) {
    tasks.withLock { $0[run, default: []].append(task) }
  }

  func remove(run: Int) {
    tasks.withLock { tasks in
      _ = tasks[run]?.popLast()
      if tasks[run]?.isEmpty == true { tasks[run] = nil }
    }
  }

  /// Cancels the tasks of a run; returns whether there were any.
  func cancelAll(run: Int) -> Bool {
    let cancelled = tasks.withLock { $0.removeValue(forKey: run) } ?? []
    for task in cancelled { task.cancel() }
    return !cancelled.isEmpty
  }
}
