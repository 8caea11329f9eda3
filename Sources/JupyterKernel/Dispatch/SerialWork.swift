import Synchronization

/// Does pieces of work one after the other, in the order in which they were added.
final class SerialWork: Sendable {
  typealias Work = @Sendable () async -> Void

  private struct State {
    var waiting: [Work] = []
    var isWorking = false
  }

  private let state = Mutex(State())

  func add(_ work: @escaping Work) {
    let starts = state.withLock { state in
      state.waiting.append(work)
      defer { state.isWorking = true }
      return !state.isWorking
    }
    if starts { Task { await self.workThrough() } }
  }

  private func workThrough() async {
    while let next = next() { await next() }
  }

  private func next() -> Work? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isWorking = false
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
