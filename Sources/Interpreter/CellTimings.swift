/// Where the time of a cell went.
public struct CellTimings: Sendable, Equatable {
  public var compile: Duration = .zero
  public var link: Duration = .zero
  public var run: Duration = .zero
  /// Whether the library was there already.
  public var isCached = false

  public init() {}
}
