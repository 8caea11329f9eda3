import Glibc
import Interruption
import Synchronization
import Testing

@testable import Parallelism

/// The pool with as many threads as a test asks for, whatever the machine has.
@Suite struct ThreadPoolTests {
  /// How often each piece of some work was done.
  final class Counts: Sendable {
    private let counts: Mutex<[Int]>
    init(_ pieces: Int) { counts = Mutex(Array(repeating: 0, count: pieces)) }
    func note(_ piece: Int) { counts.withUninterruptedLock { $0[piece] += 1 } }
    var all: [Int] { counts.withUninterruptedLock { $0 } }
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 3, 7, 64, 1_000])
  func everyPieceIsDoneExactlyOnce(width: Int, pieces: Int) {
    let pool = ThreadPool(width: width)
    for _ in 0..<20 {
      let counts = Counts(pieces)
      pool.run(pieces: pieces) { counts.note($0) }
      #expect(counts.all == Array(repeating: 1, count: pieces))
    }
  }

  @Test(arguments: [-1, 0, 1])
  func aPoolOfOneThreadWorksInOrderOnItsCaller(width: Int) {
    let pool = ThreadPool(width: width)
    #expect(pool.width == 1)
    let caller = pthread_self()
    var order: [Int] = []
    pool.run(pieces: 5) { piece in
      #expect(pthread_equal(pthread_self(), caller) != 0)
      order.append(piece)
    }
    #expect(order == [0, 1, 2, 3, 4])
  }

  /// Each of two pieces waits for the other one, so that one thread alone would not get through.
  @Test func twoThreadsWorkAtTheSameTime() {
    let pool = ThreadPool(width: 2)
    let arrived = Atomic(0)
    pool.run(pieces: 2) { _ in
      arrived.add(1, ordering: .sequentiallyConsistent)
      while arrived.load(ordering: .sequentiallyConsistent) < 2 { sched_yield() }
    }
    #expect(arrived.load(ordering: .sequentiallyConsistent) == 2)
  }

  @Test func workInsideAPieceIsDoneByTheThreadOfThePiece() {
    let pool = ThreadPool(width: 3)
    let counts = Counts(8 * 8)
    pool.run(pieces: 8) { outer in
      let thread = pthread_self()
      pool.run(pieces: 8) { inner in
        counts.note(outer * 8 + inner)
        #expect(pthread_equal(pthread_self(), thread) != 0)
      }
    }
    #expect(counts.all == Array(repeating: 1, count: 64))
  }

  /// Plain memory, no lock: what the threads have written is there when `run` returns.
  @Test func theCallerSeesWhatTheThreadsHaveWritten() {
    let pool = ThreadPool(width: 4)
    var numbers = Array(repeating: 0, count: 256)
    for round in 1...200 {
      numbers.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let buffer = buffer
        pool.run(pieces: 256) { buffer[$0] = round * $0 }
      }
      #expect(numbers == (0..<256).map { round * $0 })
    }
  }

  @Test func threadsThatHaveGoneToSleepAreWoken() {
    let pool = ThreadPool(width: 3)
    for _ in 0..<5 {
      usleep(20_000)
      let counts = Counts(9)
      pool.run(pieces: 9) { counts.note($0) }
      #expect(counts.all == Array(repeating: 1, count: 9))
    }
  }

  @Test func manyCallersAtOnceGetTheirOwnWorkDone() async {
    let pool = ThreadPool(width: 3)
    await withTaskGroup(of: [Int].self) { group in
      for caller in 0..<16 {
        group.addTask {
          let counts = Counts(caller + 1)
          for _ in 0..<200 { pool.run(pieces: caller + 1) { counts.note($0) } }
          return counts.all
        }
      }
      for await counts in group { #expect(counts == Array(repeating: 200, count: counts.count)) }
    }
  }
}
