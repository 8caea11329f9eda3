/// How many threads share the work of ``parallel(pieces:_:)``, the caller's among them.
public var threadCount: Int { ThreadPool.shared.width }

/// Calls a function for each piece of some work, on all cores, and returns when all pieces are done.
///
///     parallel(pieces: 4) { piece in … }     // 0, 1, 2, 3 in any order, at the same time
///
/// The function must not trap and must not wait: while it runs the thread cannot be interrupted. Inside a piece, or while
/// another thread's work is going on, the pieces are done one after the other.
public func parallel(pieces: Int, _ body: (_ piece: Int) -> Void) {
  ThreadPool.shared.run(pieces: pieces, body)
}

/// Splits the numbers from 0 to `count - 1` into ranges and calls a function for each, on all cores.
///
/// - Parameter smallest: How many numbers are worth the trouble of waking another thread: below twice as many the caller
///   does everything itself.
public func parallel(count: Int, smallest: Int, _ body: (_ range: Range<Int>) -> Void) {
  guard count > 0 else { return }
  let most = count / max(smallest, 1)
  guard most > 1, threadCount > 1 else { return body(0..<count) }
  // More pieces than threads, where they are large: a thread that is held up then leaves its share to the others.
  let pieces = min(most, most > 16 * threadCount ? 4 * threadCount : threadCount)
  parallel(pieces: pieces) { piece in body(count * piece / pieces..<count * (piece + 1) / pieces) }
}

/// The same in ranges of so many numbers or a few more, however many ranges that are.
///
/// For work that waits for memory: how fast a thread is changes from moment to moment there, and small ranges let all
/// threads end at the same time. A range should take some microseconds, a hundred times as long as handing it out.
public func parallel(count: Int, perPiece: Int, _ body: (_ range: Range<Int>) -> Void) {
  guard count > 0 else { return }
  let pieces = max(count / max(perPiece, 1), 1)
  parallel(pieces: pieces) { piece in body(count * piece / pieces..<count * (piece + 1) / pieces) }
}
