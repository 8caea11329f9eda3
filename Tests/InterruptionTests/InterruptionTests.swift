import Interruption
import Synchronization
import Testing

/// What holds outside the process that runs cells; `HoldTests` have what happens inside it.
@Suite struct InterruptionTests {
  struct Refusal: Error, Equatable {
    var reason: Int
  }

  struct Ticket: ~Copyable {
    var number: Int
  }

  @Test func theExampleOfTheDocumentationTakesABuffer() {
    let buffers = Mutex([[1.5], [2.5]])
    let buffer = withoutInterruption { buffers.withLock { $0.popLast() } }
    #expect(buffer == [2.5])
    #expect(buffers.withLock { $0 } == [[1.5]])
  }

  @Test func errorsPassWithTheirType() {
    func fail(_ reason: Int) throws(Refusal) -> Int { throw Refusal(reason: reason) }
    do throws(Refusal) {
      _ = try withoutInterruption { () throws(Refusal) in try fail(7) }
      Issue.record("nothing was thrown")
    } catch {
      #expect(error == Refusal(reason: 7))
    }
  }

  @Test func aValueThatCannotBeCopiedIsHandedOut() {
    let ticket = withoutInterruption { Ticket(number: 3) }
    #expect(ticket.number == 3)
  }

  /// Plain memory, changed by threads that wait for each other: the thread sanitizer has to see the lock to be silent here.
  @Test func aLockThatManyWantIsHeldByOne() async {
    final class Counter: @unchecked Sendable {
      let lock = Mutex(0)
      var count = 0
    }
    let counter = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<20_000 {
            counter.lock.withUninterruptedLock {
              $0 += 1
              counter.count += 1
            }
          }
        }
      }
    }
    #expect(counter.count == 80_000)
    #expect(counter.lock.withUninterruptedLock { $0 } == 80_000)
  }

  @Test func aLockIsGivenBackWhenTheWorkInItFails() {
    let lock = Mutex([1])
    #expect(throws: Refusal(reason: 3)) {
      try lock.withUninterruptedLock { list throws(Refusal) in
        list.append(2)
        throw Refusal(reason: 3)
      }
    }
    #expect(lock.withUninterruptedLock { $0 } == [1, 2])
  }

  @Test func aLockInsideALockIsAnotherOne() {
    let outer = Mutex(1)
    let inner = Mutex(2)
    let sum = outer.withUninterruptedLock { first in inner.withUninterruptedLock { first + $0 } }
    #expect(sum == 3)
  }
}
