internal import CInterruption

/// Puts off the end of the calling thread until ``releaseInterruption()`` has been called as often as this.
///
/// Prefer ``withoutInterruption(_:)``, which cannot forget the release. Cost: a few nanoseconds.
public func holdInterruption() { interruption_hold() }

/// Allows again what ``holdInterruption()`` has put off.
///
/// If the cell has been interrupted since, the outermost release does not return: the thread ends in it. Cost: a few
/// nanoseconds.
public func releaseInterruption() { interruption_release() }

/// Says that the calling thread serves all cells and belongs to none, like a thread of a library's pool.
///
/// It is to be called once, at the beginning of a thread that the library has made itself. An interrupt never stops
/// such a thread, no cell is blamed for what it does, and the memory limit refuses it nothing. A fault in it ends the
/// process, since whoever waits for the thread would wait for ever: code that a learner has written must not run on it.
/// On the thread of a cell or of a task the call has no effect.
public func exemptThisThreadFromInterruption() { interruption_exempt_this_thread() }
