// Swift compiles cells for speed, and then a failed `precondition` says nothing and `assert` is not even looked at. In a
// notebook both should speak. These functions hide Swift's own in cells.

/// Stops the cell with a message if a condition does not hold.
@inlinable @inline(__always)
public func precondition(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "") {
  if !condition() { stop("Precondition failed", message()) }
}

/// Stops the cell with a message if a condition does not hold.
@inlinable @inline(__always)
public func assert(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "") {
  if !condition() { stop("Assertion failed", message()) }
}

/// Stops the cell with a message.
@inlinable @inline(__always)
public func preconditionFailure(_ message: @autoclosure () -> String = "") -> Never {
  stop("Precondition failed", message())
}

/// Stops the cell with a message.
@inlinable @inline(__always)
public func assertionFailure(_ message: @autoclosure () -> String = "") {
  stop("Assertion failed", message())
}

@usableFromInline @inline(never)
func stop(_ what: String, _ message: String) -> Never {
  fatalError(message.isEmpty ? what : "\(what): \(message)")
}
