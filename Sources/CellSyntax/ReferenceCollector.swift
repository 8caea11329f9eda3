import SwiftSyntax

/// Walks a piece of a cell and collects the names that it uses and does not bind itself.
///
/// The compiler resolves names; this is only as exact as the rewriting of cells needs: lexical scopes are followed, members
/// after a dot and argument labels are no uses, and the members of a type are bound inside it.
final class ReferenceCollector: SyntaxVisitor {
  private(set) var references: [NameReference] = []
  private(set) var results: [ResultReference] = []
  private var scopes: [Set<String>] = []
  private var patternDepth = 0

  init() { super.init(viewMode: .sourceAccurate) }

  static func references(in node: some SyntaxProtocol) -> [NameReference] {
    let collector = ReferenceCollector()
    collector.walk(node)
    return collector.references
  }

  // MARK: Scopes

  private func bind(_ name: String) {
    guard !scopes.isEmpty else { return }
    scopes[scopes.count - 1].insert(name)
  }

  private func bindPatterns(in node: some SyntaxProtocol) {
    for name in PatternNames.names(in: node) { bind(name.name) }
  }

  private func scoped(_ body: () -> Void) {
    scopes.append([])
    body()
    scopes.removeLast()
  }

  private func isBound(_ name: String) -> Bool { scopes.contains { $0.contains(name) } }

  private func record(_ token: TokenSyntax, role: NameReference.Role, isShorthand: Bool = false) {
    let name = token.identifierText
    guard !name.isEmpty, !isBound(name) else { return }
    references.append(
      NameReference(name: name, role: role, range: token.textRange, isShorthandBinding: isShorthand))
  }

  // MARK: Uses

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    switch node.baseName.tokenKind {
    case .identifier: record(node.baseName, role: .value)
    case .binaryOperator, .prefixOperator, .postfixOperator: record(node.baseName, role: .operator)
    default: break
    }
    return .skipChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
    if let base = node.base { walk(base) }
    return .skipChildren
  }

  override func visit(_ node: KeyPathPropertyComponentSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
    if case .identifier = node.name.tokenKind { record(node.name, role: .type) }
    return .visitChildren
  }

  override func visit(_ node: BinaryOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    record(node.operator, role: .operator)
    return .skipChildren
  }

  override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    record(node.operator, role: .operator)
    return .visitChildren
  }

  override func visit(_ node: PostfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    record(node.operator, role: .operator)
    return .visitChildren
  }

  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
    record(node.macroName, role: .value)
    return .visitChildren
  }

  override func visit(_ node: DiscardAssignmentExprSyntax) -> SyntaxVisitorContinueKind {
    if patternDepth == 0, !node.isAssigned {
      results.append(ResultReference(number: nil, range: node.textRange))
    }
    return .skipChildren
  }

  override func visit(_ node: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind {
    if let base = node.calledExpression.as(DeclReferenceExprSyntax.self), base.baseName.identifierText == "Out",
      !isBound("Out"), node.arguments.count == 1, let argument = node.arguments.first, argument.label == nil,
      let literal = argument.expression.as(IntegerLiteralExprSyntax.self), let number = Int(literal.literal.text)
    {
      results.append(ResultReference(number: number, range: node.textRange))
    }
    return .visitChildren
  }

  // MARK: Statements that bind

  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      bindLocalDeclarations(node.statements)
      walk(node.statements)
    }
    return .skipChildren
  }

  /// Local functions and types are visible in the whole block.
  private func bindLocalDeclarations(_ statements: CodeBlockItemListSyntax) {
    for statement in statements {
      guard case .decl(let declaration) = statement.item else { continue }
      if let function = declaration.as(FunctionDeclSyntax.self) {
        bind(function.name.identifierText)
      } else if let named = declaration.asProtocol(NamedDeclSyntax.self) {
        bind(named.name.identifierText)
      }
    }
  }

  override func visitPost(_ node: VariableDeclSyntax) { bindPatterns(in: node.bindings.map(\.pattern)) }

  private func bindPatterns(in patterns: [PatternSyntax]) {
    for pattern in patterns { bindPatterns(in: pattern) }
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    if let initializer = node.initializer {
      walk(initializer)
      if let type = node.typeAnnotation { walk(type) }
    } else if let name = node.pattern.as(IdentifierPatternSyntax.self) {
      record(name.identifier, role: .value, isShorthand: true)
    }
    bindPatterns(in: node.pattern)
    return .skipChildren
  }

  override func visit(_ node: MatchingPatternConditionSyntax) -> SyntaxVisitorContinueKind {
    walk(node.initializer)
    walkPattern(node.pattern)
    bindPatterns(in: node.pattern)
    return .skipChildren
  }

  private func walkPattern(_ node: some SyntaxProtocol) {
    patternDepth += 1
    walk(node)
    patternDepth -= 1
  }

  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      walk(node.conditions)
      walk(node.body)
    }
    if let other = node.elseBody { walk(other) }
    return .skipChildren
  }

  override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
    scoped { walk(node.conditions) }
    walk(node.body)
    for condition in node.conditions { bindPatterns(in: condition) }
    return .skipChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      walk(node.conditions)
      walk(node.body)
    }
    return .skipChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    walk(node.sequence)
    if let type = node.typeAnnotation { walk(type) }
    scoped {
      walkPattern(node.pattern)
      bindPatterns(in: node.pattern)
      if let condition = node.whereClause { walk(condition) }
      walk(node.body)
    }
    return .skipChildren
  }

  override func visit(_ node: SwitchCaseSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      bindPatterns(in: node.label)
      if case .case(let label) = node.label {
        for item in label.caseItems {
          walkPattern(item.pattern)
          if let condition = item.whereClause { walk(condition) }
        }
      }
      bindLocalDeclarations(node.statements)
      walk(node.statements)
    }
    return .skipChildren
  }

  override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      bind("error")
      for item in node.catchItems {
        bindPatterns(in: item)
        walkPattern(item)
      }
      walk(node.body)
    }
    return .skipChildren
  }

  // MARK: Declarations that bind

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      if let signature = node.signature {
        if let capture = signature.capture {
          walk(capture)
          for item in capture.items { bind(item.name.identifierText) }
        }
        switch signature.parameterClause {
        case .simpleInput(let names): for name in names { bind(name.name.identifierText) }
        case .parameterClause(let clause):
          walk(clause)
          for parameter in clause.parameters { bind((parameter.secondName ?? parameter.firstName).identifierText) }
        case nil: break
        @unknown default: break
        }
        if let result = signature.returnClause { walk(result) }
      }
      bindLocalDeclarations(node.statements)
      walk(node.statements)
    }
    return .skipChildren
  }

  private func bindGenerics(_ clause: GenericParameterClauseSyntax?) {
    for parameter in clause?.parameters ?? [] { bind(parameter.name.identifierText) }
  }

  private func bindParameters(_ clause: FunctionParameterClauseSyntax) {
    for parameter in clause.parameters { bind((parameter.secondName ?? parameter.firstName).identifierText) }
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      bindGenerics(node.genericParameterClause)
      walk(node.attributes)
      if let clause = node.genericParameterClause { walk(clause) }
      walk(node.signature)
      if let condition = node.genericWhereClause { walk(condition) }
      bindParameters(node.signature.parameterClause)
      if let body = node.body { walk(body) }
    }
    return .skipChildren
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      bindGenerics(node.genericParameterClause)
      walk(node.signature)
      bindParameters(node.signature.parameterClause)
      if let body = node.body { walk(body) }
    }
    return .skipChildren
  }

  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      bindGenerics(node.genericParameterClause)
      walk(node.parameterClause)
      walk(node.returnClause)
      bindParameters(node.parameterClause)
      if let block = node.accessorBlock { walk(block) }
    }
    return .skipChildren
  }

  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
    scoped {
      switch node.accessors {
      case .getter(let items):
        bindLocalDeclarations(items)
        walk(items)
      case .accessors(let accessors):
        for accessor in accessors {
          scoped {
            for name in ["newValue", "oldValue"] { bind(name) }
            if let parameter = accessor.parameters { bind(parameter.name.identifierText) }
            if let body = accessor.body { walk(body) }
          }
        }
      @unknown default: break
      }
    }
    return .skipChildren
  }

  private func visitType(
    _ members: MemberBlockSyntax, generics: GenericParameterClauseSyntax?, header: [Syntax?]
  ) -> SyntaxVisitorContinueKind {
    scoped {
      bindGenerics(generics)
      for part in header { if let part { walk(part) } }
      for name in MemberNames.names(in: members) { bind(name) }
      walk(members.members)
    }
    return .skipChildren
  }

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind {
    visitType(
      node.memberBlock, generics: node.genericParameterClause,
      header: [Syntax(node.attributes), node.inheritanceClause.map(Syntax.init)])
  }

  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind {
    visitType(
      node.memberBlock, generics: node.genericParameterClause,
      header: [Syntax(node.attributes), node.inheritanceClause.map(Syntax.init)])
  }

  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind {
    visitType(
      node.memberBlock, generics: node.genericParameterClause,
      header: [Syntax(node.attributes), node.inheritanceClause.map(Syntax.init)])
  }

  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind {
    visitType(
      node.memberBlock, generics: node.genericParameterClause,
      header: [Syntax(node.attributes), node.inheritanceClause.map(Syntax.init)])
  }

  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind {
    visitType(node.memberBlock, generics: nil, header: [node.inheritanceClause.map(Syntax.init)])
  }

  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    visitType(
      node.memberBlock, generics: nil,
      header: [
        Syntax(node.extendedType), node.inheritanceClause.map(Syntax.init), node.genericWhereClause.map(Syntax.init),
      ])
  }
}
