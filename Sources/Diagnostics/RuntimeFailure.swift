/// What is known about a cell that ended before its end.
public struct RuntimeFailure: Hashable, Sendable {
  /// The sort of failure.
  public var kind: RuntimeFailureKind
  /// The words for the headline, such as `Index out of range`; empty to let `kind` supply them.
  public var reason: String
  /// The calls that led there, the innermost first.
  public var frames: [RuntimeFrame]

  /// Puts the facts together.
  public init(kind: RuntimeFailureKind, reason: String = "", frames: [RuntimeFrame] = []) {
    self.kind = kind
    self.reason = reason
    self.frames = frames
  }
}
