import SwiftSyntax

/// Turns a cell's text into the text that the compiler gets. Lines stay lines, so that places in the result can be found
/// in the original.
public struct CellRewriter {
  private let cell: ParsedCell
  private let context: RewriteContext
  private var edits = TextEdits()
  private var tail: [String] = []
  private var result: String?

  /// Rewrites a cell.
  ///
  /// - A variable that the cell declares again means the earlier one above its declaration.
  /// - Each stored variable reports when it has got its value.
  /// - The value of a last expression is shown and kept.
  /// - `await` at the top level blocks the cell's thread instead of turning the cell into an asynchronous program.
  public static func rewrite(_ cell: ParsedCell, in context: RewriteContext) -> RewrittenCell {
    // The compiler shall find the mistake in the learner's own text.
    guard !cell.hasError else {
      return RewrittenCell(body: TextEdits().applied(to: cell.text), tail: "", variables: [], result: nil)
    }
    var rewriter = CellRewriter(cell: cell, context: context)
    return rewriter.rewritten()
  }

  private init(cell: ParsedCell, context: RewriteContext) {
    self.cell = cell
    self.context = context
  }

  private mutating func rewritten() -> RewrittenCell {
    var variables = cell.storedVariables
    var nextIndex = 0
    var asynchronous: Set<String> = []
    let declaredLater = laterDeclarations()
    for (index, item) in cell.items.enumerated() {
      removePrivacy(of: item.node)
      if item.kind != .declaration && item.kind != .importing {
        qualify(item, names: declaredLater[index])
        for reference in item.references where asynchronous.contains(reference.name) {
          edits.replace(reference.range, with: "async_\(reference.name).value")
        }
      }
      let isLast = index == cell.items.count - 1
      let indices = nextIndex..<(nextIndex + item.declares.count)
      nextIndex = indices.upperBound
      switch item.kind {
      case .importing, .declaration: break
      case .storedVariable: rewriteVariable(item, indices: indices)
      case .asyncVariable:
        rewriteAsyncVariable(item, indices: indices, isRead: reads(of: Set(item.declares.map(\.name)), after: index))
        asynchronous.formUnion(item.declares.map(\.name))
      case .guarding: rewriteGuard(item, indices: indices)
      case .expression:
        if isLast, showsValue(item) {
          show(item, index: variables.count)
        } else {
          rewriteExpression(item, isLast: isLast)
        }
      case .statement: wrapAwait(around: item.node.item, isStatement: true)
      }
    }
    for (index, declared) in cell.extensions.enumerated() { rewriteExtension(declared, index: index) }
    if let result { variables.append(result) }
    return RewrittenCell(
      body: edits.applied(to: cell.text), tail: tail.joined(separator: "\n"), variables: variables, result: result)
  }

  // MARK: Names

  /// For each item the variables of this cell that have no value yet when the item runs.
  private func laterDeclarations() -> [Set<String>] {
    var result: [Set<String>] = []
    var later: Set<String> = []
    for item in cell.items.reversed() {
      later.formUnion(item.declares.map(\.name))
      result.append(later)
    }
    return result.reversed()
  }

  private mutating func qualify(_ item: ParsedCell.Item, names: Set<String>) {
    for reference in item.references where reference.role == .value && names.contains(reference.name) {
      guard let module = context.earlierValues[reference.name] else { continue }
      if reference.isShorthandBinding {
        if item.kind != .guarding { edits.insert(" = \(module).\(reference.name)", at: reference.range.upperBound) }
      } else {
        edits.insert("\(module).", at: reference.range.lowerBound)
      }
    }
    for reference in item.results {
      if let expression = context.results[reference.number] { edits.replace(reference.range, with: expression) }
    }
  }

  /// `private` at the top level of a cell would hide a name from all later cells.
  private mutating func removePrivacy(of node: CodeBlockItemSyntax) {
    guard case .decl(let declaration) = node.item, let modified = declaration.asProtocol(WithModifiersSyntax.self)
    else {
      return
    }
    for modifier in modified.modifiers where modifier.detail == nil {
      if [.keyword(.private), .keyword(.fileprivate)].contains(modifier.name.tokenKind) {
        edits.replace(modifier.textRange, with: String(repeating: " ", count: modifier.textRange.count))
      }
    }
  }

  // MARK: Variables

  private func report(_ name: String, _ index: Int) -> String {
    "CellRuntime.declared(\"\(context.module)\", \(index), \(name))"
  }

  private mutating func rewriteVariable(_ item: ParsedCell.Item, indices: Range<Int>) {
    guard case .decl(let declaration) = item.node.item, let variable = declaration.as(VariableDeclSyntax.self) else {
      return
    }
    var isInitialized = true
    for binding in variable.bindings {
      if let value = binding.initializer?.value {
        wrapAwait(around: value, isStatement: false)
      } else if !(binding.typeAnnotation?.type.isOptional ?? false) {
        isInitialized = false
      }
    }
    let reports = zip(item.declares, indices).map { report(CellSyntaxNames.escaped($0.name), $1) }
    if isInitialized {
      let end = item.node.item.textRange.upperBound
      edits.insert(reports.map { "; " + $0 }.joined(), at: end)
    } else {
      tail += reports
    }
  }

  /// How the items below one read the names that it declares.
  private func reads(of names: Set<String>, after index: Int) -> AsyncReads {
    var result = AsyncReads()
    for item in cell.items[(index + 1)...] {
      let ranges = item.references.filter { names.contains($0.name) }.map(\.range)
      guard !ranges.isEmpty else { continue }
      result.exist = true
      let tries = EffectFinder.tries(in: item.node)
      if ranges.contains(where: { range in tries.contains { $0.contains(range.lowerBound) } }) { result.mayFail = true }
    }
    return result
  }

  private struct AsyncReads {
    var exist = false
    var mayFail = false
  }

  /// `async let` becomes a task. What stands behind `=` needs no `try` and no `await` of its own, and whether it may fail
  /// shows only where its value is read: there `try` is written, or it is not.
  private mutating func rewriteAsyncVariable(_ item: ParsedCell.Item, indices: Range<Int>, isRead: AsyncReads) {
    guard case .decl(let declaration) = item.node.item, let variable = declaration.as(VariableDeclSyntax.self) else {
      return
    }
    for modifier in variable.modifiers where modifier.name.tokenKind == .keyword(.async) {
      let end = modifier.nextToken(viewMode: .sourceAccurate)?.textRange.lowerBound ?? modifier.textRange.upperBound
      edits.replace(modifier.textRange.lowerBound..<end, with: "")
    }
    let prefix = isRead.mayFail || !isRead.exist ? "try " : ""
    for binding in variable.bindings {
      guard let value = binding.initializer?.value else { continue }
      let names = PatternNames.names(in: binding.pattern)
      for name in names { edits.insert("async_", at: name.range.lowerBound) }
      let annotation = binding.typeAnnotation?.trimmedDescription ?? ""
      edits.open("Task { async let value\(annotation) = ", at: value.textRange.lowerBound)
      edits.insert("; return \(prefix)await value }", at: value.textRange.upperBound)
      if let annotation = binding.typeAnnotation { edits.replace(annotation.textRange, with: "") }
      for (name, index) in zip(item.declares, indices) where names.contains(where: { $0.name == name.name }) {
        tail.append(
          "let \(name.name) = \(prefix)CellRuntime.wait { \(prefix)await async_\(name.name).value }; "
            + report(name.name, index))
      }
    }
  }

  /// A `guard` at the top level binds names that later cells could not see; a `let` after it makes them visible.
  private mutating func rewriteGuard(_ item: ParsedCell.Item, indices: Range<Int>) {
    guard case .stmt(let statement) = item.node.item, let guarding = statement.as(GuardStmtSyntax.self) else { return }
    var bound: Set<String> = []
    var isVariable = false
    for condition in guarding.conditions {
      let collector = ReferenceCollector()
      collector.walk(condition)
      for reference in collector.references where bound.contains(reference.name) && !reference.isShorthandBinding {
        edits.replace(reference.range, with: "guarded_\(reference.name)")
      }
      for name in PatternNames.names(in: condition) {
        var replacement = "guarded_\(name.name)"
        if case .optionalBinding(let binding) = condition.condition, binding.initializer == nil {
          replacement += " = " + (context.earlierValues[name.name].map { "\($0)." } ?? "") + name.name
        }
        edits.replace(name.range, with: replacement)
        bound.insert(name.name)
      }
      switch condition.condition {
      case .expression(let expression): wrapAwait(around: expression, isStatement: false)
      case .optionalBinding(let binding):
        isVariable = isVariable || binding.bindingSpecifier.tokenKind == .keyword(.var)
        if let value = binding.initializer?.value { wrapAwait(around: value, isStatement: false) }
      case .matchingPattern(let pattern): wrapAwait(around: pattern.initializer.value, isStatement: false)
      default: break
      }
    }
    let end = item.node.item.textRange.upperBound
    for (name, index) in zip(item.declares, indices) {
      edits.insert(
        "; \(isVariable ? "var" : "let") \(name.name) = guarded_\(name.name); \(report(name.name, index))", at: end)
    }
  }

  // MARK: Expressions and statements

  private func showsValue(_ item: ParsedCell.Item) -> Bool {
    guard case .expr(let expression) = item.node.item, !item.hasSemicolon else { return false }
    if let sequence = expression.as(SequenceExprSyntax.self) {
      return !sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
    }
    // A task that is started for what it does has a value, but one that nobody wants to see.
    if let call = expression.as(FunctionCallExprSyntax.self),
      ["Task", "Task.detached"].contains(call.calledExpression.trimmedDescription)
    {
      return false
    }
    if let macro = expression.as(MacroExpansionExprSyntax.self) {
      return !["error", "warning"].contains(macro.macroName.text)
    }
    return !expression.isMissing
  }

  private mutating func show(_ item: ParsedCell.Item, index: Int) {
    guard case .expr(let expression) = item.node.item else { return }
    let name = "out_\(context.module)"
    result = name
    edits.open("let \(name) = CellRuntime.show(", at: expression.textRange.lowerBound)
    wrapAwait(around: expression, isStatement: false)
    edits.insert("); \(report(name, index))", at: expression.textRange.upperBound)
  }

  private mutating func rewriteExpression(_ item: ParsedCell.Item, isLast: Bool) {
    guard case .expr(let expression) = item.node.item else { return }
    let isAssignment =
      expression.as(SequenceExprSyntax.self)?.elements.contains { $0.is(AssignmentExprSyntax.self) } ?? false
    if isLast && item.hasSemicolon && !isAssignment { edits.open("_ = ", at: expression.textRange.lowerBound) }
    wrapAwait(around: expression, isStatement: false)
  }

  private mutating func wrapAwait(around node: some SyntaxProtocol, isStatement: Bool) {
    let effects = EffectFinder.effects(of: node)
    guard effects.hasAwait else { return }
    edits.open("\(effects.hasTry ? "try " : "")CellRuntime.wait { ", at: node.textRange.lowerBound)
    edits.insert(isStatement ? "; return }" : " }", at: node.textRange.upperBound)
  }

  // MARK: Extensions

  private mutating func rewriteExtension(_ declared: ExtensionDeclaration, index: Int) {
    let replacement = context.replacements[index]
    if let replacement, let range = declared.inheritanceRange {
      let kept = replacement.keptProtocols
      edits.replace(range, with: kept.isEmpty ? "" : ": " + kept.joined(separator: ", "))
    }
    for (position, member) in declared.members.enumerated() where member.isDynamicReplacementPossible {
      if let replacement, replacement.replacedMembers.contains(position) {
        edits.insert("@_dynamicReplacement(for: \(member.referenceName)) ", at: member.attributeOffset)
        edits.replace(member.nameRange, with: "replaced_\(context.module)_\(position)")
      } else if context.replaceableExtensions.contains(index) {
        edits.insert("dynamic ", at: member.modifierOffset)
      }
    }
  }
}

extension TypeSyntax {
  fileprivate var isOptional: Bool {
    self.is(OptionalTypeSyntax.self) || self.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
      || (self.as(IdentifierTypeSyntax.self)?.name.text == "Optional")
  }
}

extension ExprSyntax {
  fileprivate var isMissing: Bool { textRange.isEmpty || self.is(MissingExprSyntax.self) }
}
