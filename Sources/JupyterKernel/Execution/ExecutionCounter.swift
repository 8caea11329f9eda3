import Synchronization

/// The number that stands in the prompts of one subshell.
final class ExecutionCounter: Sendable {
  private let count = Mutex(0)

  /// The number of the last cell that counted.
  var current: Int { count.withLock { $0 } }

  /// The number for a new cell that counts.
  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
