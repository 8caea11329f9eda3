internal import CInterruption
public import Synchronization

extension Mutex where Value: ~Copyable {
  /// Like `withLock`, for locks that other cells need too: a cell cannot be stopped while it holds the lock.
  ///
  /// The thread sanitizer sees this lock and not that of `withLock`.
  @inlinable
  public borrowing func withUninterruptedLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    holdInterruption()
    defer { releaseInterruption() }
    // A lock does not move: its address is its name.
    let place = withUnsafePointer(to: self) { UnsafeRawPointer($0) }
    return try withLock { value throws(Failure) in
      noteLock(place)
      defer { noteUnlock(place) }
      return try body(&value)
    }
  }
}

@usableFromInline func noteLock(_ place: UnsafeRawPointer) { sanitizer_note_lock(place) }
@usableFromInline func noteUnlock(_ place: UnsafeRawPointer) { sanitizer_note_unlock(place) }
