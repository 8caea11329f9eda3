import CellSyntax

/// The lines above a cell's code that make the names of earlier cells visible, and what they were chosen from.
struct CellImports: Sendable, Equatable {
  /// `import` and operator lines.
  var lines: [String] = []
  /// The cells' modules that the lines name, oldest first.
  var modules: [String] = []
  /// What each name in the cell means: the modules that hold it. Equal bindings and equal text mean an equal cell.
  var bindings: [String: Set<String>] = [:]
  /// The modules that are imported for their extensions.
  var extensionModules: Set<String> = []

  /// Chooses the imports for a cell.
  ///
  /// A scoped import (`import var Cell3.x`) wins over an unscoped one; that is how the newest declaration of a name is
  /// the one that counts. Unscoped imports bring what has no name of its own to import: extensions, operators, and the
  /// members of types.
  ///
  /// - Parameters:
  ///   - qualified: Names that the cell reads as `Cell3.x` because it declares them anew.
  ///   - order: The position of each module in the session.
  init(for cell: ParsedCell, table: SymbolTable, qualified: Set<String>, order: (String) -> Int) {
    let ownTypes = Set(cell.declarations.filter(\.isType).map(\.name))
    let ownVariables = Set(cell.declarations.filter { !$0.isFunction && !$0.isType }.map(\.name))
    var scoped: [String] = []
    var unscoped: Set<String> = []
    for word in cell.words.sorted() {
      guard let meaning = table.meanings[word] else { continue }
      if (ownTypes.contains(word) || ownVariables.contains(word)) && !qualified.contains(word) { continue }
      bindings[word] = meaning.modules
      switch meaning {
      case .variable(let module, _): scoped.append("@testable import var \(module).\(CellSyntaxNames.escaped(word))")
      case .type(let module, let keyword):
        let kind = keyword == .actor ? "class" : keyword.rawValue
        scoped.append("@testable import \(kind) \(module).\(CellSyntaxNames.escaped(word))")
      case .typeAlias(let module):
        scoped.append("@testable import typealias \(module).\(CellSyntaxNames.escaped(word))")
      case .macro(let module): unscoped.insert(module)
      case .functions(let overloads):
        // What the cell declares anew, perhaps with another result, would be ambiguous beside the earlier one.
        let modules = Set(overloads.filter { !cell.functionSignatures.contains($0.key) }.values)
        bindings[word] = modules.isEmpty ? nil : modules
        if CellSyntaxNames.isOperator(word) {
          unscoped.formUnion(modules)
        } else {
          scoped += modules.sorted().map { "@testable import func \($0).\(CellSyntaxNames.escaped(word))" }
        }
      }
    }
    for record in table.extensions where record.isNeeded(for: cell.words) {
      let isCurrent = record.declaration.members.enumerated().contains { index, member in
        record.replacedMembers.contains(index) || table.extensionMembers[record.key(of: member)] == record.module
      }
      if isCurrent || !record.ownedProtocols.isEmpty || record.declaration.members.isEmpty {
        unscoped.insert(record.module)
        extensionModules.insert(record.module)
      }
    }
    // A value's members and operators are those of its type, wherever that was declared.
    for module in unscoped.union(bindings.values.joined()) { unscoped.formUnion(table.reachableTypes[module] ?? []) }
    let moduleSet = unscoped.union(bindings.values.joined())
    modules = moduleSet.sorted { order($0) < order($1) }
    lines = table.imports.filter { !cell.imports.contains($0) }
    lines += modules.filter(unscoped.contains).map { "@testable import \($0)" }
    lines += scoped
    lines += Self.operators(for: cell, table: table)
  }

  init() {}

  /// The operator and precedence group declarations that the cell's operators need.
  private static func operators(for cell: ParsedCell, table: SymbolTable) -> [String] {
    let own = Set(cell.operators.map(\.name))
    let used = table.operators.filter { declared in
      !own.contains(declared.name) && cell.words.contains(String(declared.name.split(separator: " ").last ?? ""))
    }
    guard !used.isEmpty || !own.isEmpty else { return [] }
    let groups = table.operators.filter { $0.name.hasPrefix("group ") && !own.contains($0.name) && !used.contains($0) }
    return (groups + used).map(\.text)
  }
}

extension SymbolTable.ExtensionRecord {
  /// Whether a cell with these words can mean a member or a conformance of the extension.
  func isNeeded(for words: Set<String>) -> Bool {
    !declaration.conformances.isEmpty
      || declaration.members.contains { member in
        member.kind == .initializer || member.kind == .subscripting || words.contains(member.name)
      }
  }
}
