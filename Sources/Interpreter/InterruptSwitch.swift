import Synchronization

/// Stops whatever a cell is doing: the compiler, a package build, a shell command, the cell's own code.
///
/// It is asked from any thread, also while the session is busy.
final class InterruptSwitch: Sendable {
  private struct State {
    var isRunning = false
    var isInterrupted = false
    var actions: [Int: @Sendable () -> Void] = [:]
    var nextAction = 0
    var count = 0
  }

  private let state = Mutex(State())

  /// Begins a cell: an interrupt that came while nothing ran is forgotten.
  func begin() {
    state.withLock { state in
      state.isRunning = true
      state.isInterrupted = false
    }
  }

  func end() {
    state.withLock { state in
      state.isRunning = false
      state.isInterrupted = false
    }
  }

  /// How many interrupts there were. A cell that has waited for its turn learns so whether one came meanwhile.
  var count: Int { state.withLock { $0.count } }

  var isInterrupted: Bool { state.withLock { $0.isInterrupted } }

  /// Stops the running cell; does nothing if none runs.
  func interrupt() {
    let actions = state.withLock { state -> [@Sendable () -> Void] in
      state.count += 1
      guard state.isRunning else { return [] }
      state.isInterrupted = true
      return Array(state.actions.values)
    }
    for action in actions { action() }
  }

  /// Does some work during which an interrupt calls an action. The action is called at once if the interrupt came before.
  func during<Result>(
    _ action: @escaping @Sendable () -> Void, isolation: isolated (any Actor)? = #isolation,
    _ work: () async throws -> Result
  ) async rethrows -> Result {
    let (number, isInterrupted) = state.withLock { state in
      state.nextAction += 1
      state.actions[state.nextAction] = action
      return (state.nextAction, state.isInterrupted)
    }
    defer { state.withLock { _ = $0.actions.removeValue(forKey: number) } }
    if isInterrupted { action() }
    return try await work()
  }
}
