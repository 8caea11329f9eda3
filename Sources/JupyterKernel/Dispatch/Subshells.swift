import FoundationEssentials
import Synchronization

/// The queues of requests: the main one, and those that front ends have made beside it.
final class Subshells: Sendable {
  private let main: ExecutionQueue
  private let others = Mutex<[String: ExecutionQueue]>([:])
  private let runner: CellRunner

  init(runner: CellRunner) {
    self.runner = runner
    main = Self.queue(nil, runner)
  }

  /// The queue of a subshell, where there is one of this name; nil names the main one.
  func queue(_ identifier: String?) -> ExecutionQueue? {
    guard let identifier else { return main }
    return others.withLock { $0[identifier] }
  }

  /// Makes a subshell and returns its identifier.
  func create() -> String {
    let identifier = UUID().uuidString.lowercased()
    others.withLock { $0[identifier] = Self.queue(identifier, runner) }
    return identifier
  }

  /// Ends a subshell. A cell that runs there goes on to its end, those that wait are aborted.
  ///
  /// - Returns: Whether there was one of this name.
  func delete(_ identifier: String) -> Bool {
    guard let queue = others.withLock({ $0.removeValue(forKey: identifier) }) else { return false }
    queue.close()
    return true
  }

  /// The subshells beside the main one.
  var identifiers: [String] { others.withLock { $0.keys.sorted() } }

  /// Ends all that waits in any queue.
  func close() {
    main.close()
    for queue in others.withLock({ Array($0.values) }) { queue.close() }
  }

  private static func queue(_ identifier: String?, _ runner: CellRunner) -> ExecutionQueue {
    let language = runner.language
    return ExecutionQueue(subshell: identifier, counter: ExecutionCounter(), runner: runner) { code in
      await language.prepare(code)
    }
  }
}
