/// How long the parts of a compilation took.
public struct CompileTimings: Sendable, Equatable {
  public var compile: Duration = .zero
  public var link: Duration = .zero
  /// Whether nothing had to be compiled.
  public var isCached = false
}
