import Glibc
import Interruption
import Synchronization
import Testing

@testable import Parallelism

/// Waits until something is so; a test that waits in vain ends with a word instead of never.
private func wait(for what: String, until isSo: () -> Bool) {
  for _ in 0..<20_000 {
    if isSo() { return }
    usleep(1_000)
  }
  Issue.record("waited in vain for \(what)")
}

/// What holds whatever else goes on: who does the work, who waits for whom, and what is left afterwards.
@Suite struct PoolRulesTests {
  @Test(arguments: [1, 8], [-3, 0])
  func ofNoPieceTheFunctionIsNotCalled(width: Int, pieces: Int) {
    ThreadPool(width: width).run(pieces: pieces) { _ in Issue.record("called") }
  }

  @Test func onePieceIsDoneByTheCaller() {
    let caller = pthread_self()
    ThreadPool(width: 8).run(pieces: 1) { _ in #expect(pthread_equal(pthread_self(), caller) != 0) }
  }

  /// All of three pieces are begun before one of them ends, so that three threads are at it, and five find nothing.
  @Test func aPoolThatIsWiderThanTheWorkDoesEachPieceOnAThreadOfItsOwn() {
    let pool = ThreadPool(width: 8)
    for _ in 0..<50 {
      let threads = Mutex<Set<pthread_t>>([])
      pool.run(pieces: 3) { _ in
        threads.withUninterruptedLock { _ = $0.insert(pthread_self()) }
        wait(for: "the other pieces") { threads.withUninterruptedLock(\.count) == 3 }
      }
    }
  }

  /// Both wait with their first piece until the other one has one too.
  @Test func eachThreadBeginsWithAShareOfItsOwn() {
    let pool = ThreadPool(width: 2)
    for _ in 0..<50 {
      let beginnings = Mutex<[pthread_t: Int]>([:])
      pool.run(pieces: 100) { piece in
        let thread = pthread_self()
        let isFirst = beginnings.withUninterruptedLock { places in
          if places[thread] != nil { return false }
          places[thread] = piece
          return true
        }
        if isFirst { wait(for: "the other thread") { beginnings.withUninterruptedLock(\.count) == 2 } }
      }
      #expect(beginnings.withUninterruptedLock { $0.values.sorted() } == [0, 50])
    }
  }

  @Test func aThreadThatIsHeldUpLeavesTheOtherPiecesToTheOthers() {
    let pool = ThreadPool(width: 2)
    let done = Atomic(0)
    pool.run(pieces: 100) { piece in
      if piece == 0 { wait(for: "the others") { done.load(ordering: .acquiring) == 99 } }
      done.add(1, ordering: .acquiringAndReleasing)
    }
    #expect(done.load(ordering: .acquiring) == 100)
  }

  /// The first job goes on until the second one is over, so that the second cannot have waited for it. Another pool has the
  /// two callers.
  @Test func aJobThatComesWhileAnotherOneRunsIsDoneByItsCallerAlone() {
    let pool = ThreadPool(width: 2)
    let hasBegun = Atomic(false)
    let isOver = Atomic(false)
    ThreadPool(width: 2).run(pieces: 2) { caller in
      if caller == 0 {
        pool.run(pieces: 2) { _ in
          hasBegun.store(true, ordering: .releasing)
          wait(for: "the second job") { isOver.load(ordering: .acquiring) }
        }
      } else {
        wait(for: "the first job") { hasBegun.load(ordering: .acquiring) }
        let thread = pthread_self()
        var order: [Int] = []
        pool.run(pieces: 5) { piece in
          #expect(pthread_equal(pthread_self(), thread) != 0)
          order.append(piece)
        }
        #expect(order == [0, 1, 2, 3, 4])
        isOver.store(true, ordering: .releasing)
      }
    }
  }

  @Test func afterAJobInsideAJobTheThreadsWorkTogetherAgain() {
    let pool = ThreadPool(width: 2)
    pool.run(pieces: 4) { _ in pool.run(pieces: 4) { _ in } }
    let arrived = Atomic(0)
    pool.run(pieces: 2) { _ in
      arrived.add(1, ordering: .sequentiallyConsistent)
      wait(for: "the other thread") { arrived.load(ordering: .sequentiallyConsistent) == 2 }
    }
  }

  /// Half of the numbers would be of no use: what is begun is done.
  @Test func aTaskThatIsCancelledStillGetsAllItsPiecesDone() async {
    let pool = ThreadPool(width: 3)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      let done = Atomic(0)
      pool.run(pieces: 64) { _ in done.add(1, ordering: .relaxed) }
      return done.load(ordering: .relaxed)
    }
    task.cancel()
    #expect(await task.value == 64)
  }

  @Test func afterTheWorkNobodyHoldsWhatTheFunctionUsed() {
    final class Used: Sendable {}
    let pool = ThreadPool(width: 4)
    weak var last: Used?
    do {
      let used = Used()
      last = used
      pool.run(pieces: 16) { _ in withExtendedLifetime(used) {} }
    }
    #expect(last == nil)
  }

  /// A handler of a signal would run in the middle of somebody else's work.
  @Test func theThreadsOfThePoolGetNoSignals() {
    let pool = ThreadPool(width: 2)
    let caller = pthread_self()
    let arrived = Atomic(0)
    pool.run(pieces: 2) { _ in
      arrived.add(1, ordering: .sequentiallyConsistent)
      wait(for: "the other thread") { arrived.load(ordering: .sequentiallyConsistent) == 2 }
      guard pthread_equal(pthread_self(), caller) == 0 else { return }
      var blocked = sigset_t()
      pthread_sigmask(SIG_SETMASK, nil, &blocked)
      #expect(sigismember(&blocked, SIGINT) == 1)
      #expect(sigismember(&blocked, SIGUSR1) == 1)
    }
  }

  /// Whoever waits for a piece that trapped would wait for ever.
  @Test func aTrapInAPieceEndsTheProcess() async {
    await #expect(processExitsWith: .failure) {
      ThreadPool(width: 2).run(pieces: 8) { piece in precondition(piece != 5) }
    }
  }
}
