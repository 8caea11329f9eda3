import Glibc
import Synchronization

/// Where a thread without work sleeps until it is woken.
///
/// `@unchecked Sendable`: the semaphore is made for being used by several threads, and its address never changes.
final class Sleeper: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t>
  private let isAsleep = Atomic(false)

  init() {
    semaphore = .allocate(capacity: 1)
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func wake() {
    if isAsleep.exchange(false, ordering: .sequentiallyConsistent) { sem_post(semaphore) }
  }

  /// Sleeps until somebody calls ``wake()``, or not at all if there is work already.
  func sleep(unless hasWork: () -> Bool) {
    isAsleep.store(true, ordering: .sequentiallyConsistent)
    // Whoever brought work before the line above woke nobody.
    if hasWork(), isAsleep.exchange(false, ordering: .sequentiallyConsistent) { return }
    while sem_wait(semaphore) != 0 {}
  }
}
