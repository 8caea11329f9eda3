import Synchronization
import WorkerProtocol

/// Ends a run that takes too long: politely at first, and with its process if that does not help.
final class TimeLimit: Sendable {
  /// How long a worker may take to stop a run.
  private static let patience = Duration.seconds(5)

  private let passed = Mutex(false)
  private let timer = Mutex<Task<Void, Never>?>(nil)

  init(_ limit: Duration, run: Int, worker: Worker) {
    let task = Task { [weak self] in
      guard (try? await Task.sleep(for: limit)) != nil, let self else { return }
      self.passed.withLock { $0 = true }
      worker.send(.interrupt(run: run))
      guard (try? await Task.sleep(for: Self.patience)) != nil else { return }
      worker.stop()
    }
    timer.withLock { $0 = task }
  }

  var hasPassed: Bool { passed.withLock { $0 } }

  func cancel() { timer.withLock { $0 }?.cancel() }
}
