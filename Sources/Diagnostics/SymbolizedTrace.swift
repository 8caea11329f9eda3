/// What the debug information says about a list of code addresses.
public struct SymbolizedTrace: Hashable, Sendable {
  /// Why the first address trapped, such as `Index out of range`, where the compiler recorded it.
  public var reason: String?
  /// The places in source files, the innermost first, inlined calls included; compiler-generated code is left out.
  public var frames: [RuntimeFrame]

  /// Puts a trace together.
  public init(reason: String?, frames: [RuntimeFrame]) {
    self.reason = reason
    self.frames = frames
  }
}
