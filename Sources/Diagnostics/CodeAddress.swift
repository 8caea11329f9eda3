/// A place in a compiled library.
public struct CodeAddress: Hashable, Sendable {
  /// The path of the library.
  public var library: String
  /// The distance from the address at which the library was loaded, in bytes.
  public var offset: UInt64
  /// Whether the address is the one to return to, which belongs to the instruction after the call.
  public var isReturnAddress: Bool

  /// Names a place in a library.
  public init(library: String, offset: UInt64, isReturnAddress: Bool) {
    self.library = library
    self.offset = offset
    self.isReturnAddress = isReturnAddress
  }
}
