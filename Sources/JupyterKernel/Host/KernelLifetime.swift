import Synchronization

/// Sees to it that a kernel ends once, in order, whoever asks for it first.
final class KernelLifetime: Sendable {
  private struct State {
    var ending: Task<Void, Never>?
    var waiters: [CheckedContinuation<Void, Never>] = []
    var isOver = false
  }

  private let state = Mutex(State())
  private let shutDown: @Sendable (_ restart: Bool) async -> Void

  /// - Parameter shutDown: Ends the language and what it has started.
  init(shutDown: @escaping @Sendable (_ restart: Bool) async -> Void) {
    self.shutDown = shutDown
  }

  /// Ends the language, and returns when it has ended. ``waitForEnd()`` returns a moment later.
  func end(restart: Bool) async {
    let ending = state.withLock { state in
      if let ending = state.ending { return ending }
      let ending = Task { await self.shutDown(restart) }
      state.ending = ending
      return ending
    }
    await ending.value
  }

  /// Says that the last messages are on their way.
  func isOver() {
    let waiters = state.withLock { state in
      state.isOver = true
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Waits for the end.
  func waitForEnd() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if !state.isOver { state.waiters.append(continuation) }
        return state.isOver
      }
      if isOver { continuation.resume() }
    }
  }
}
