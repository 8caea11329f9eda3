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
}
