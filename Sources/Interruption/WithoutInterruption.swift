/// Calls `body` and returns what it returns; an interrupt of the cell waits until `body` has ended.
///
/// An interrupt ends a cell's thread where it stands, and a lock that the thread holds then stays locked for every later
/// cell. So whatever takes a lock or waits for another thread of a library does it in here. Outside a notebook this is
/// nothing but a call of `body`.
///
///     let buffer = withoutInterruption { buffers.withLock { $0.popLast() } }
///
/// Take the lock inside, never outside: a thread that was asked to end does so when the outermost call is over, and what
/// `body` has returned is lost with it. Calls may be nested. A fault in `body`, such as an index out of range or memory
/// that is refused, still ends the thread at once. Keep `body` short: nobody can stop a cell meanwhile.
///
/// - Throws: what `body` throws.
@inlinable public func withoutInterruption<Value: ~Copyable, Failure: Error>(
  _ body: () throws(Failure) -> Value
) throws(Failure) -> Value {
  holdInterruption()
  defer { releaseInterruption() }
  return try body()
}
