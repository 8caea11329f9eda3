/// A use of a name that the enclosing scopes of the cell do not bind.
public struct NameReference: Sendable, Equatable {
  public enum Role: Sendable, Equatable {
    case value, type, `operator`
  }

  public var name: String
  public var role: Role
  /// The range of the name in the cell's text, in UTF-8 bytes.
  public var range: Range<Int>
  /// Whether `name` stands alone for `let name = name`, as in `if let name {`.
  public var isShorthandBinding: Bool
}
