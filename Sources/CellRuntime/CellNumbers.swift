import Synchronization
internal import WorkerProtocol

/// The numbers that the learner sees beside the cells, by run.
final class CellNumbers: Sendable {
  static let shared = CellNumbers()
  /// How many runs are remembered.
  private static let rememberedRuns = 64
  private let numbers = Mutex<[Int: Int]>([:])

  func note(_ cell: CellRun) {
    numbers.withLock { numbers in
      numbers[cell.run] = cell.number
      numbers[cell.run - Self.rememberedRuns] = nil
    }
  }

  func number(ofRun run: Int) -> Int { numbers.withLock { $0[run] } ?? run }
}
