internal import Interruption
import Synchronization

/// Lets go of a tape entry by entry.
///
/// An entry keeps the ones before it. If the last one simply went, it would take its inputs with it, these theirs, each
/// inside the other, and a recurrent network over 100,000 steps would run out of stack. So what an entry held is put on a
/// list, and whoever comes first empties the list in a loop.
enum Unravelling {
  private struct State {
    var waiting: [(inputs: [TapeEntry?], way: TapeEntry.Way?)] = []
    var isAtWork = false
  }
  private static let state = Mutex(State())

  /// Takes away what an entry holds, which must hold nothing any more when it goes itself.
  static func letGo(of inputs: inout [TapeEntry?], _ way: inout TapeEntry.Way?) {
    let isMine = state.withUninterruptedLock { state in
      state.waiting.append((inputs, way))
      inputs = []
      way = nil
      defer { state.isAtWork = true }
      return !state.isAtWork
    }
    guard isMine else { return }
    while let next = next() { withExtendedLifetime(next) {} }
  }

  private static func next() -> (inputs: [TapeEntry?], way: TapeEntry.Way?)? {
    state.withUninterruptedLock { state in
      let next = state.waiting.popLast()
      if next == nil { state.isAtWork = false }
      return next
    }
  }
}
