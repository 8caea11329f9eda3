import SwiftParser
import SwiftSyntax

/// A cell's Swift text, read: what it declares, what it uses, how its top level runs.
public struct ParsedCell: Sendable {
  /// One thing at the top level of a cell, in the order of the text.
  struct Item: Sendable {
    enum Kind: Sendable {
      case importing
      case storedVariable
      case asyncVariable
      case declaration
      case guarding
      case expression
      case statement
    }
    var node: CodeBlockItemSyntax
    var kind: Kind
    var references: [NameReference]
    var results: [ResultReference]
    /// Names of stored variables that this item declares.
    var declares: [PatternNames.Name]
    var hasSemicolon: Bool
  }

  /// An operator or precedence group, kept as text: it has no identity, so that later cells can state it again.
  public struct OperatorDeclaration: Sendable, Equatable {
    public var name: String
    public var text: String
  }

  public let text: String
  /// Whether the parser met a mistake.
  public let hasError: Bool
  public internal(set) var declarations: [Declaration] = []
  public internal(set) var extensions: [ExtensionDeclaration] = []
  public internal(set) var operators: [OperatorDeclaration] = []
  /// The cell's `import` lines.
  public internal(set) var imports: [String] = []
  /// Every identifier and operator in the text, wherever it stands. More than the cell uses, never less.
  public var words: Set<String> = []
  /// Uses of variables of this cell above their declarations.
  public internal(set) var earlyReads: [EarlyRead] = []

  let tree: SourceFileSyntax
  var items: [Item] = []

  public init(_ text: String) {
    var analyzer = CellAnalyzer(cell: ParsedCell(text: text, tree: Parser.parse(source: text)))
    self = analyzer.analyzed()
  }

  init(text: String, tree: SourceFileSyntax) {
    self.text = text
    self.tree = tree
    hasError = tree.hasError
  }

  /// The names of the stored variables, in the order of their index.
  public var storedVariables: [String] {
    declarations.compactMap { if case .storedVariable = $0.kind { $0.name } else { nil } }
  }

  /// What tells the functions that the cell declares from their overloads.
  public var functionSignatures: Set<String> {
    Set(declarations.compactMap { if case .function(let signature) = $0.kind { signature } else { nil } })
  }
}
