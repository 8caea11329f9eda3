import Synchronization

/// What the kernel itself knows of a cell while it runs.
final class CellRecord: Sendable {
  let number: Int
  let isSilent: Bool
  private let value = Mutex<String?>(nil)
  private let interruption = Atomic(false)

  init(number: Int, isSilent: Bool) {
    self.number = number
    self.isSilent = isSilent
  }

  func keepResult(_ text: String?) {
    value.withLock { $0 = text }
  }

  /// The plain text of the cell's value, where it had one.
  var result: String? { value.withLock { $0 } }

  func interrupt() {
    interruption.store(true, ordering: .sequentiallyConsistent)
  }

  var isInterrupted: Bool { interruption.load(ordering: .sequentiallyConsistent) }
}
