import CellSyntax

/// Turns a cell's text into the text for the compiler, given what the session knows.
struct CellPlanner {
  let table: SymbolTable
  /// The position of each module in the session.
  let order: @Sendable (String) -> Int

  func plan(_ cell: ParsedCell, module: String) -> CellPlan {
    let own = Set(cell.storedVariables)
    let earlier = table.valueModules.filter { own.contains($0.key) }
    var extensions: [SymbolTable.ExtensionRecord] = []
    var replacements: [Int: ExtensionReplacement] = [:]
    var replaceable: Set<Int> = []
    var notices: [String] = []
    var needsAccess = false
    let ownTypes = Set(cell.declarations.filter(\.isType).map(\.name))
    for (index, declaration) in cell.extensions.enumerated() {
      let head = declaration.typeName.split(separator: " ").first.map(String.init) ?? declaration.typeName
      let isOwn = ownTypes.contains(head)
      let type = isOwn ? "\(module).\(declaration.typeName)" : table.typeIdentity(declaration.typeName)
      var record = SymbolTable.ExtensionRecord(
        module: module, type: type, declaration: declaration, replacedMembers: [], isReplaceable: false,
        ownedProtocols: Set(declaration.conformances.map(\.protocolName)))
      if !isOwn, !declaration.conformances.isEmpty {
        needsAccess = true
        record.isReplaceable = true
        if let (plan, isComplete) = table.replacement(for: declaration, type: type) {
          replacements[index] = plan
          record.replacedMembers = plan.replacedMembers
          record.ownedProtocols = Set(plan.keptProtocols)
          if !isComplete {
            notices.append(
              "\(declaration.typeName) already conforms to \(declaration.conformances.map(\.protocolName).joined(separator: ", ")). The bodies that this cell states anew take effect; anything else about the conformance stays as it was."
            )
          }
        }
        replaceable.insert(index)
      }
      extensions.append(record)
    }
    let context = RewriteContext(
      module: module, earlierValues: earlier, results: table.results, replacements: replacements,
      replaceableExtensions: replaceable)
    let rewritten = CellRewriter.rewrite(cell, in: context)
    let qualified = Set(earlier.keys.filter { rewritten.body.text.contains("\(earlier[$0] ?? "").\($0)") })
    var imports = CellImports(for: cell, table: table, qualified: qualified, order: order)
    addResultModules(of: rewritten, to: &imports)
    let header = ["import CellRuntime"] + imports.lines
    let source =
      header.joined(separator: "\n") + "\n#sourceLocation(file: \"\(module).swift\", line: 1)\n" + rewritten.body.text
      + "\n" + rewritten.tail + "\n"
    return CellPlan(
      module: module, parsed: cell, imports: imports, rewritten: rewritten, extensions: extensions, source: source,
      flags: needsAccess ? ["-disable-access-control"] : [], notices: notices)
  }

  /// Results of earlier cells are read as `Cell3.out_Cell3.value`, which needs an import of `Cell3`.
  private func addResultModules(of rewritten: RewrittenCell, to imports: inout CellImports) {
    for expression in Set(table.results.values) where rewritten.body.text.contains(expression) {
      guard let module = expression.split(separator: ".").first.map(String.init) else { continue }
      imports.lines.append("@testable import var \(module).out_\(module)")
      imports.bindings["out_\(module)"] = [module]
      if !imports.modules.contains(module) {
        imports.modules.append(module)
        imports.modules.sort { order($0) < order($1) }
      }
    }
  }
}
