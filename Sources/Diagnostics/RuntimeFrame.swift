/// A place in the source at which a call was under way.
public struct RuntimeFrame: Hashable, Sendable {
  /// The function's readable name, such as `next(_:)`; empty if it is not known.
  public var function: String
  /// The place; the column may be 0 where the compiler did not record one.
  public var location: DiagnosticLocation

  /// Names a place within a function.
  public init(function: String, location: DiagnosticLocation) {
    self.function = function
    self.location = location
  }
}
