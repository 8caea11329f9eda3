import SwiftSyntax

extension TokenSyntax {
  /// The name without backticks; empty for tokens that are no name.
  var identifierText: String {
    switch tokenKind {
    case .identifier(let text): text.count > 2 && text.hasPrefix("`") ? String(text.dropFirst().dropLast()) : text
    case .binaryOperator(let text), .prefixOperator(let text), .postfixOperator(let text): text
    default: ""
    }
  }
}

extension SyntaxProtocol {
  /// The range without leading and trailing white space and comments, in UTF-8 bytes.
  var textRange: Range<Int> {
    positionAfterSkippingLeadingTrivia.utf8Offset..<endPositionBeforeTrailingTrivia.utf8Offset
  }
}

extension DiscardAssignmentExprSyntax {
  /// Whether the `_` stands on the left of an assignment.
  var isAssigned: Bool {
    var child = Syntax(self)
    while let parent = child.parent {
      if let list = parent.as(ExprListSyntax.self) {
        let elements = Array(list)
        if let index = elements.firstIndex(where: { $0.id == child.id }), index + 1 < elements.count,
          elements[index + 1].is(AssignmentExprSyntax.self)
        {
          return true
        }
      }
      if parent.is(CodeBlockItemSyntax.self) || parent.is(ClosureExprSyntax.self) { return false }
      child = parent
    }
    return false
  }
}

/// The names that patterns bind.
enum PatternNames {
  struct Name {
    var name: String
    var range: Range<Int>
  }

  static func names(in node: some SyntaxProtocol) -> [Name] {
    let visitor = Visitor(viewMode: .sourceAccurate)
    visitor.walk(node)
    return visitor.names
  }

  private final class Visitor: SyntaxVisitor {
    var names: [Name] = []

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
      let name = node.identifier.identifierText
      if !name.isEmpty { names.append(Name(name: name, range: node.identifier.textRange)) }
      return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: InitializerClauseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  }
}

/// The names of a type's members.
enum MemberNames {
  static func names(in block: MemberBlockSyntax) -> Set<String> {
    var names: Set<String> = []
    for member in block.members {
      if let variable = member.decl.as(VariableDeclSyntax.self) {
        for binding in variable.bindings { names.formUnion(PatternNames.names(in: binding.pattern).map(\.name)) }
      } else if let enumCase = member.decl.as(EnumCaseDeclSyntax.self) {
        names.formUnion(enumCase.elements.map(\.name.identifierText))
      } else if let named = member.decl.asProtocol(NamedDeclSyntax.self) {
        names.insert(named.name.identifierText)
      }
    }
    return names
  }
}

/// Looks for effects that belong to the code itself, not to closures or functions inside it.
final class EffectFinder: SyntaxVisitor {
  private(set) var hasAwait = false
  private(set) var hasTry = false
  private var tries: [Range<Int>] = []

  static func effects(of node: some SyntaxProtocol) -> (hasAwait: Bool, hasTry: Bool) {
    let finder = EffectFinder(viewMode: .sourceAccurate)
    finder.walk(node)
    return (finder.hasAwait, finder.hasTry)
  }

  /// The ranges of the expressions that `try` covers.
  static func tries(in node: some SyntaxProtocol) -> [Range<Int>] {
    let finder = EffectFinder(viewMode: .sourceAccurate)
    finder.walk(node)
    return finder.tries
  }

  override func visit(_ node: AwaitExprSyntax) -> SyntaxVisitorContinueKind {
    hasAwait = true
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    if node.awaitKeyword != nil { hasAwait = true }
    if node.tryKeyword != nil { hasTry = true }
    return .visitChildren
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    if node.questionOrExclamationMark == nil { hasTry = true }
    tries.append(node.textRange)
    return .visitChildren
  }

  override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
    hasTry = true
    return .visitChildren
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    if node.modifiers.contains(where: { $0.name.tokenKind == .keyword(.async) }) { hasAwait = true }
    return .visitChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: MemberBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
