public import Synchronization

extension Mutex where Value: ~Copyable {
  /// Like `withLock`, for locks that other cells need too: a cell cannot be stopped while it holds the lock.
  @inlinable
  public borrowing func withUninterruptedLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    holdInterruption()
    defer { releaseInterruption() }
    return try withLock(body)
  }
}
