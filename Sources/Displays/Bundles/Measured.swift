/// A type that knows its own size, for the list of variables (`%whos`).
public protocol Measured {
  /// The extent and the memory of this value.
  var measurements: Measurements { get }
}

/// How large a value is.
public struct Measurements: Sendable, Equatable {
  /// The extent in words, for instance `[2, 3]` or `5 elements`.
  public var shape: String
  /// The bytes of memory that the value owns.
  public var bytes: Int

  public init(shape: String, bytes: Int) {
    self.shape = shape
    self.bytes = bytes
  }
}
