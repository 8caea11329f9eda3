import Glibc
import Synchronization

/// The work that is being done: a function to be called for each piece, and who is at it.
///
/// Each thread begins with the same share of every job, and then helps the others with theirs. So one operation after the
/// other finds the rows that it needs in the cache of the core that has just written them.
///
/// `@unchecked Sendable`: `body` and `pieces` are written by the one caller that has claimed the job, while it is closed
/// and nobody is inside; a thread reads them only between a successful ``join()`` and its end.
final class Job: @unchecked Sendable {
  /// Odd while the job is open; each opening and closing adds one.
  private let generation = Atomic(0)
  /// Threads without work look at the number above all the time. What lies beside it in the cache would be taken away from
  /// whoever writes there, so that nothing does.
  private let distance = InlineArray<16, Int>(repeating: 0)
  private let isClaimed = Atomic(false)
  /// How many threads besides the caller may be using `body`.
  private let inside = Atomic(0)
  /// A share for each thread, of which the first ones are used if there are fewer pieces.
  private let shares: [Share]
  private var pieces = 0
  private var body: ((Int) -> Void)?

  init(width: Int) { shares = (0..<width).map { _ in Share() } }

  /// Whether there is a job other than the one that the thread was at last.
  func isOpen(after last: Int) -> Bool {
    let current = generation.load(ordering: .acquiring)
    return current % 2 == 1 && current != last
  }

  /// Makes the calling thread the one whose job this is. False if there is a job already.
  func claim() -> Bool { isClaimed.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged }

  func open(pieces: Int, _ body: @escaping (Int) -> Void) {
    self.pieces = pieces
    self.body = body
    let count = min(pieces, shares.count)
    for (number, share) in shares.prefix(count).enumerated() {
      share.open(pieces * number / count..<pieces * (number + 1) / count)
    }
    generation.add(1, ordering: .sequentiallyConsistent)
  }

  /// Does pieces until none is left, if there is a job, and returns the number of the job, else that of the last one.
  ///
  /// A thread first says that it is inside and then looks whether the job is open; the caller first closes the job and
  /// then looks whether anybody is inside. One of the two sees the other.
  func join(after last: Int, as worker: Int) -> Int {
    inside.add(1, ordering: .sequentiallyConsistent)
    defer { inside.subtract(1, ordering: .sequentiallyConsistent) }
    let current = generation.load(ordering: .sequentiallyConsistent)
    guard current % 2 == 1 else { return last }
    takePieces(as: worker)
    return current
  }

  /// Does the pieces of the thread's own share, and then those that are left in the others.
  func takePieces(as worker: Int) {
    guard let body else { return }
    let count = min(pieces, shares.count)
    for offset in 0..<count {
      let share = shares[(worker + offset) % count]
      while let piece = share.next() { body(piece) }
    }
  }

  /// Waits for the pieces that others are doing and lets go of the function.
  func close() {
    generation.add(1, ordering: .sequentiallyConsistent)
    var looks = 0
    while inside.load(ordering: .sequentiallyConsistent) > 0 {
      looks += 1
      // The other thread may be waiting for this core.
      if looks % 1_000 == 0 { sched_yield() }
    }
    body = nil
    isClaimed.store(false, ordering: .releasing)
  }
}
