import Glibc
import Interruption
import Parallelism
import Synchronization
import Testing

@Suite struct ParallelTests {
  /// The ranges that a function got, in order.
  func ranges(count: Int, smallest: Int) -> [Range<Int>] {
    let seen = Mutex<[Range<Int>]>([])
    parallel(count: count, smallest: smallest) { range in seen.withUninterruptedLock { $0.append(range) } }
    return seen.withUninterruptedLock { $0 }.sorted { $0.lowerBound < $1.lowerBound }
  }

  @Test func theExampleOfTheDocumentationDoesFourPieces() {
    let seen = Mutex<[Int]>([])
    parallel(pieces: 4) { piece in seen.withUninterruptedLock { $0.append(piece) } }
    #expect(seen.withUninterruptedLock { $0 }.sorted() == [0, 1, 2, 3])
  }

  @Test(arguments: [1, 2, 3, 10, 97, 1_000, 100_003], [-1, 0, 1, 7, 64, 5_000])
  func theRangesFollowEachOtherWithoutGapsFromZeroToTheCount(count: Int, smallest: Int) {
    let ranges = ranges(count: count, smallest: smallest)
    #expect(ranges.first?.lowerBound == 0)
    #expect(ranges.last?.upperBound == count)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    // Nobody is woken for less than was said to be worth it.
    #expect(ranges.count == 1 || ranges.allSatisfy { $0.count >= smallest })
    #expect(ranges.count <= 4 * threadCount)
  }

  @Test(arguments: [1, 2, 3, 10, 97, 1_000, 100_003], [-1, 0, 1, 7, 64, 5_000])
  func rangesOfASizeFollowEachOtherWithoutGapsToo(count: Int, perPiece: Int) {
    let seen = Mutex<[Range<Int>]>([])
    parallel(count: count, perPiece: perPiece) { range in seen.withUninterruptedLock { $0.append(range) } }
    let ranges = seen.withUninterruptedLock { $0 }.sorted { $0.lowerBound < $1.lowerBound }
    #expect(ranges.first?.lowerBound == 0)
    #expect(ranges.last?.upperBound == count)
    #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    #expect(ranges.count == 1 || ranges.allSatisfy { $0.count >= perPiece && $0.count < 2 * max(perPiece, 1) })
  }

  @Test(arguments: [0, -5])
  func ofNothingTheFunctionIsNotCalled(count: Int) {
    #expect(ranges(count: count, smallest: 1) == [])
    parallel(count: count, perPiece: 1) { _ in Issue.record("called for nothing") }
  }

  @Test func whatIsTooSmallToShareIsOneRange() {
    #expect(ranges(count: 99, smallest: 50) == [0..<99])
  }

  /// The environment is read once in a process, so that each wish needs a process of its own.
  @Test func theNumberOfThreadsIsThatOfTheCores() throws {
    try #require(getenv("GLASSBOX_THREADS") == nil)
    #expect(threadCount == sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  @Test func oneThreadIsWhatTheEnvironmentCanAskFor() async {
    await #expect(processExitsWith: .success) {
      setenv("GLASSBOX_THREADS", "1", 1)
      guard threadCount == 1 else { exit(1) }
      var calls: [Range<Int>] = []
      parallel(count: 100_000, smallest: 1) { calls.append($0) }
      exit(calls == [0..<100_000] ? 0 : 2)
    }
  }

  @Test func moreThreadsThanCoresAreWhatTheEnvironmentCanAskFor() async {
    await #expect(processExitsWith: .success) {
      setenv("GLASSBOX_THREADS", "5", 1)
      guard threadCount == 5 else { exit(1) }
      // Only five threads at a time let each other through.
      let arrived = Atomic(0)
      parallel(pieces: 5) { _ in
        arrived.add(1, ordering: .sequentiallyConsistent)
        while arrived.load(ordering: .sequentiallyConsistent) < 5 { sched_yield() }
      }
      exit(0)
    }
  }

  @Test func aWishThatIsNoNumberOfThreadsIsPassedOver() async {
    await #expect(processExitsWith: .success) {
      setenv("GLASSBOX_THREADS", "-3", 1)
      exit(threadCount == sysconf(Int32(_SC_NPROCESSORS_ONLN)) ? 0 : 1)
    }
  }
}
