import JupyterKernel
import Synchronization
import Testing

@testable import JupyterKernel

@Suite("Work in turn", .timeLimit(.minutes(1)))
struct SerialWorkTests {
  @Test func isDoneInTheOrderInWhichItWasAdded() async {
    let work = SerialWork()
    let done = Mutex<[Int]>([])
    await withCheckedContinuation { continuation in
      for number in 0..<500 {
        work.add {
          if number % 50 == 0 { await Task.yield() }
          done.withLock { $0.append(number) }
          if number == 499 { continuation.resume() }
        }
      }
    }
    #expect(done.withLock { $0 } == Array(0..<500))
  }
}
