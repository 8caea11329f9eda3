import SwiftSyntax

/// Reads the top level of a parsed cell.
struct CellAnalyzer {
  private var cell: ParsedCell
  private var storedCount = 0

  init(cell: ParsedCell) { self.cell = cell }

  mutating func analyzed() -> ParsedCell {
    for token in cell.tree.tokens(viewMode: .sourceAccurate) {
      let word = token.identifierText
      if !word.isEmpty { cell.words.insert(word) }
    }
    read(cell.tree.statements)
    cell.earlyReads = findEarlyReads()
    return cell
  }

  private mutating func read(_ statements: CodeBlockItemListSyntax) {
    for item in statements { read(item) }
  }

  private mutating func read(_ node: CodeBlockItemSyntax) {
    if case .decl(let declaration) = node.item, let conditional = declaration.as(IfConfigDeclSyntax.self) {
      for clause in conditional.clauses {
        if case .statements(let statements)? = clause.elements { read(statements) }
      }
      return
    }
    let collector = ReferenceCollector()
    collector.walk(node.item)
    var item = ParsedCell.Item(
      node: node, kind: .statement, references: collector.references, results: collector.results, declares: [],
      hasSemicolon: node.semicolon != nil)
    switch node.item {
    case .decl(let declaration): item.kind = read(declaration, item: &item)
    case .expr: item.kind = .expression
    case .stmt(let statement):
      if let guarding = statement.as(GuardStmtSyntax.self) {
        item.kind = .guarding
        for condition in guarding.conditions {
          for name in PatternNames.names(in: condition) {
            item.declares.append(name)
            declareStored(
              name, isConstant: true, range: node.textRange, attributeOffset: nil, references: item.references)
          }
        }
      }
    @unknown default: break
    }
    cell.items.append(item)
  }

  private mutating func declareStored(
    _ name: PatternNames.Name, isConstant: Bool, range: Range<Int>, attributeOffset: Int?, references: [NameReference]
  ) {
    cell.declarations.append(
      Declaration(
        name: name.name, kind: .storedVariable(index: storedCount, isConstant: isConstant),
        nameOffset: name.range.lowerBound, range: range, attributeOffset: attributeOffset ?? range.lowerBound,
        references: Set(references.map(\.name))))
    storedCount += 1
  }

  private mutating func declare(
    _ token: TokenSyntax, _ kind: Declaration.Kind, node: some SyntaxProtocol, item: ParsedCell.Item,
    members: MemberBlockSyntax? = nil
  ) {
    cell.declarations.append(
      Declaration(
        name: token.identifierText, kind: kind, nameOffset: token.textRange.lowerBound, range: node.textRange,
        attributeOffset: node.textRange.lowerBound, references: Set(item.references.map(\.name)),
        members: members.map(MemberNames.names) ?? []))
  }

  private mutating func read(_ node: DeclSyntax, item: inout ParsedCell.Item) -> ParsedCell.Item.Kind {
    if let variable = node.as(VariableDeclSyntax.self) { return read(variable, item: &item) }
    if let function = node.as(FunctionDeclSyntax.self) {
      declare(function.name, .function(signature: Signature.text(of: function)), node: function, item: item)
    } else if let type = node.as(StructDeclSyntax.self) {
      declare(type.name, .type(.struct), node: type, item: item, members: type.memberBlock)
    } else if let type = node.as(ClassDeclSyntax.self) {
      declare(type.name, .type(.class), node: type, item: item, members: type.memberBlock)
    } else if let type = node.as(EnumDeclSyntax.self) {
      declare(type.name, .type(.enum), node: type, item: item, members: type.memberBlock)
    } else if let type = node.as(ActorDeclSyntax.self) {
      declare(type.name, .type(.actor), node: type, item: item, members: type.memberBlock)
    } else if let type = node.as(ProtocolDeclSyntax.self) {
      declare(type.name, .type(.protocol), node: type, item: item, members: type.memberBlock)
    } else if let alias = node.as(TypeAliasDeclSyntax.self) {
      declare(alias.name, .typeAlias, node: alias, item: item)
    } else if let macro = node.as(MacroDeclSyntax.self) {
      declare(macro.name, .macro, node: macro, item: item)
    } else if let extended = node.as(ExtensionDeclSyntax.self) {
      cell.extensions.append(ExtensionReader.read(extended, references: Set(item.references.map(\.name))))
    } else if let group = node.as(PrecedenceGroupDeclSyntax.self) {
      cell.operators.append(.init(name: "group \(group.name.identifierText)", text: group.trimmedDescription))
    } else if let declared = node.as(OperatorDeclSyntax.self) {
      cell.operators.append(
        .init(name: "\(declared.fixitySpecifier.text) \(declared.name.text)", text: declared.trimmedDescription))
    } else if node.is(ImportDeclSyntax.self) {
      cell.imports.append(node.trimmedDescription)
      return .importing
    } else if node.is(MacroExpansionDeclSyntax.self) {
      return .statement
    }
    return .declaration
  }

  private mutating func read(_ node: VariableDeclSyntax, item: inout ParsedCell.Item) -> ParsedCell.Item.Kind {
    let isConstant = node.bindingSpecifier.tokenKind == .keyword(.let)
    let isComputed = node.bindings.contains { binding in
      guard let block = binding.accessorBlock else { return false }
      switch block.accessors {
      case .getter: return true
      case .accessors(let accessors):
        return accessors.contains { ![.keyword(.willSet), .keyword(.didSet)].contains($0.accessorSpecifier.tokenKind) }
      @unknown default: return false
      }
    }
    if isComputed {
      for binding in node.bindings {
        for name in PatternNames.names(in: binding.pattern) {
          cell.declarations.append(
            Declaration(
              name: name.name, kind: .computedVariable, nameOffset: name.range.lowerBound, range: node.textRange,
              attributeOffset: node.textRange.lowerBound, references: Set(item.references.map(\.name))))
        }
      }
      return .declaration
    }
    for binding in node.bindings {
      for name in PatternNames.names(in: binding.pattern) {
        item.declares.append(name)
        declareStored(
          name, isConstant: isConstant, range: node.textRange, attributeOffset: node.textRange.lowerBound,
          references: item.references)
      }
    }
    return node.modifiers.contains { $0.name.tokenKind == .keyword(.async) } ? .asyncVariable : .storedVariable
  }

  /// Finds uses of variables of this cell further down: by name, or by calls of its own functions and types.
  private func findEarlyReads() -> [EarlyRead] {
    var position: [String: (item: Int, offset: Int)] = [:]
    for (index, item) in cell.items.enumerated() {
      for name in item.declares where position[name.name] == nil {
        position[name.name] = (index, name.range.lowerBound)
      }
    }
    guard !position.isEmpty else { return [] }
    var uses: [String: Set<String>] = [:]
    for declaration in cell.declarations {
      if case .storedVariable = declaration.kind { continue }
      uses[declaration.name, default: []].formUnion(declaration.references)
    }
    let typeMembers = Dictionary(
      cell.declarations.filter(\.isType).map { ($0.name, $0.members) }, uniquingKeysWith: { $0.union($1) })
    for extended in cell.extensions {
      let inherited = typeMembers[extended.typeName] ?? []
      uses[extended.typeName, default: []].formUnion(extended.references.subtracting(inherited))
    }
    var result: [EarlyRead] = []
    for (index, item) in cell.items.enumerated() where item.kind != .declaration && item.kind != .importing {
      for reference in item.references where reference.role == .value {
        guard let place = position[reference.name], place.item > index else { continue }
        result.append(
          EarlyRead(
            function: nil, variable: reference.name, range: reference.range, declarationOffset: place.offset))
      }
      for reference in item.references where uses[reference.name] != nil {
        var seen: Set<String> = [reference.name]
        var pending = [reference.name]
        while let name = pending.popLast() {
          for used in uses[name] ?? [] where seen.insert(used).inserted {
            if let place = position[used], place.item >= index, used != reference.name {
              result.append(
                EarlyRead(
                  function: reference.name, variable: used, range: reference.range, declarationOffset: place.offset))
            } else {
              pending.append(used)
            }
          }
        }
      }
    }
    return result
  }
}
