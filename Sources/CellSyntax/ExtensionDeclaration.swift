/// An extension at the top level of a cell.
public struct ExtensionDeclaration: Sendable, Equatable {
  /// The extended type as written, for instance `Point` or `Array`.
  public var typeName: String
  /// The constraints as written, normalised; empty without `where`.
  public var constraints: String
  /// The protocols that the extension adds, as written.
  public var conformances: [Conformance]
  public var members: [Member]
  public var range: Range<Int>
  /// The whole inheritance clause, from the colon to the last protocol.
  public var inheritanceRange: Range<Int>?
  public var references: Set<String>

  public struct Conformance: Sendable, Equatable {
    public var protocolName: String
  }

  public struct Member: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      case method, property, subscripting, initializer, type, other
    }
    public var kind: Kind
    /// The base name, for instance `area`, `init`, `subscript` or `==`.
    public var name: String
    /// Tells overloads apart, `static area(of:Double)`.
    public var signature: String
    /// The name with labels as `@_dynamicReplacement(for:)` writes it, `area(of:)`.
    public var referenceName: String
    public var range: Range<Int>
    public var attributeOffset: Int
    /// Where a modifier can be put, after the attributes.
    public var modifierOffset: Int
    public var nameRange: Range<Int>
    /// Whether a later cell can give the member a new body.
    public var isDynamicReplacementPossible: Bool
  }
}
