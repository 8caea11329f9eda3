/// A name that the top level of a cell declares.
public struct Declaration: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// A `let` or `var` with storage. The index counts the stored variables of the cell.
    case storedVariable(index: Int, isConstant: Bool)
    case computedVariable
    /// The signature tells overloads apart: labels and parameter types, `f(_:Int,to:String)`.
    case function(signature: String)
    case type(TypeKeyword)
    case typeAlias
    case macro
  }

  public enum TypeKeyword: String, Sendable, Equatable {
    case `struct`, `class`, `enum`, `protocol`, `actor`
  }

  public var name: String
  public var kind: Kind
  /// Where the name stands in the cell's text, in UTF-8 bytes.
  public var nameOffset: Int
  /// The range of the whole declaration, in UTF-8 bytes.
  public var range: Range<Int>
  /// Where attributes and modifiers may be put.
  public var attributeOffset: Int
  /// The names that the declaration reads and does not declare itself.
  public var references: Set<String>
  /// For types: the names of its members.
  public var members: Set<String>

  public init(
    name: String, kind: Kind, nameOffset: Int, range: Range<Int>, attributeOffset: Int, references: Set<String> = [],
    members: Set<String> = []
  ) {
    self.name = name
    self.kind = kind
    self.nameOffset = nameOffset
    self.range = range
    self.attributeOffset = attributeOffset
    self.references = references
    self.members = members
  }
}

extension Declaration {
  public var isFunction: Bool {
    if case .function = kind { true } else { false }
  }

  public var isType: Bool {
    switch kind {
    case .type, .typeAlias: true
    default: false
    }
  }
}
