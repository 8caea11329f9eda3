import JupyterProtocol
import Synchronization

/// Tells every front end when a request begins and ends to be worked on.
///
/// Front ends show the last status that they have seen. A completion that comes and goes while a cell computes would
/// leave them with "idle", so the cell's "busy" is said again after it.
final class StatusBoard: Sendable {
  private let running = Mutex<[CellOutput]>([])
  private let publisher: Publisher

  init(publisher: Publisher) {
    self.publisher = publisher
  }

  func starting() {
    publisher.publish(KernelStatus(executionState: .starting), parent: .none)
  }

  /// The work on a request begins.
  func busy(_ parent: ParentHeader) {
    publisher.publish(KernelStatus(executionState: .busy), parent: parent)
  }

  /// The work on a request has ended, and all its output is published.
  func idle(_ parent: ParentHeader) {
    running.withLock { running in
      publisher.publish(KernelStatus(executionState: .idle), parent: parent)
      if let work = running.last {
        publisher.publish(KernelStatus(executionState: .busy), parent: work.parent)
      }
    }
  }

  /// A cell, or the handling of a comm message, begins to run.
  func workBegins(_ work: CellOutput) {
    running.withLock { running in
      running.append(work)
      busy(work.parent)
    }
  }

  /// It has ended, and all its output is published.
  func workEnds(_ work: CellOutput) {
    running.withLock { $0.removeAll { $0.record === work.record } }
    idle(work.parent)
  }

  /// Marks all that runs as interrupted, and returns whether there is anything.
  func interruptWork() -> Bool {
    running.withLock { running in
      for work in running { work.record.interrupt() }
      return !running.isEmpty
    }
  }
}
