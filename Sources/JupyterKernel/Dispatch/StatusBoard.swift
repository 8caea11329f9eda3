import JupyterProtocol
import Synchronization

/// Tells every front end when a request begins and ends to be worked on.
///
/// Front ends show the last status that they have seen. A completion that comes and goes while a cell computes would
/// leave them with "idle", so the cell's "busy" is said again after it.
final class StatusBoard: Sendable {
  private let running = Mutex<[Execution]>([])
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
      if let cell = running.last {
        publisher.publish(KernelStatus(executionState: .busy), parent: cell.output.parent)
      }
    }
  }

  /// A cell begins to run.
  func cellBegins(_ cell: Execution) {
    running.withLock { running in
      running.append(cell)
      busy(cell.output.parent)
    }
  }

  /// A cell has ended, and all its output is published.
  func cellEnds(_ cell: Execution) {
    running.withLock { $0.removeAll { $0.output.record === cell.output.record } }
    idle(cell.output.parent)
  }

  /// Marks the cells that run as interrupted, and returns whether there are any.
  func interruptCells() -> Bool {
    running.withLock { running in
      for cell in running { cell.output.record.interrupt() }
      return !running.isEmpty
    }
  }
}
