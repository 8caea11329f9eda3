import CellSyntax
import Diagnostics

/// The compiled cells of a session and what their names mean.
struct CellCollection: Sendable {
  private(set) var modules: [CellModule] = []
  private(set) var table = SymbolTable()
  private var positions: [String: Int] = [:]
  /// What cells that the compiler did not accept would have made, and their numbers.
  private var unmade: [String: Int] = [:]

  func module(_ name: String) -> CellModule? { positions[name].map { modules[$0] } }

  var isEmpty: Bool { modules.isEmpty }

  /// A name for the module of a cell that no other has.
  func moduleName(for number: Int) -> String {
    var name = "Cell\(number)"
    var suffix = 2
    while positions[name] != nil {
      name = "Cell\(number)_\(suffix)"
      suffix += 1
    }
    return name
  }

  var planner: CellPlanner {
    let positions = positions
    return CellPlanner(table: table, order: { positions[$0] ?? .max })
  }

  // MARK: Change

  /// Takes in a cell that has run, or that is expected to run to its end.
  ///
  /// - Parameters:
  ///   - initialized: The variables that have a value now; `nil` stands for all.
  ///   - failure: Why the others have none.
  mutating func add(
    _ module: CellModule, initialized: Set<Int>?, types: [Int: String], hasResult: Bool, failure: String
  ) {
    var module = module
    let plan = module.plan
    let names = plan.rewritten.variables
    module.initialized = initialized ?? Set(names.indices)
    module.types = types
    module.withdrawn = [:]
    // The branches of an `#if` may declare one name several times; one of them counts.
    let reached = Set(module.initialized.map { names[$0] })
    for name in names where !reached.contains(name) {
      module.withdrawn[name] = "'\(name)' has no value: \(failure)"
    }
    withdrawDependents(of: &module, failure: failure)
    for declaration in plan.parsed.declarations where module.withdrawn[declaration.name] == nil {
      add(declaration, module: module.name)
    }
    for record in plan.extensions { table.addExtension(record) }
    table.addModule(
      module.name, declaresTypes: plan.parsed.declarations.contains(where: \.isType), imports: plan.imports.modules)
    table.addOperators(plan.parsed.operators)
    table.addImports(plan.parsed.imports)
    if hasResult, let result = plan.rewritten.result {
      table.setResult("\(module.name).\(result).value", number: module.number)
    }
    if let position = positions[module.name] {
      modules[position] = module
    } else {
      positions[module.name] = modules.count
      modules.append(module)
    }
  }

  private mutating func add(_ declaration: Declaration, module: String) {
    switch declaration.kind {
    case .storedVariable(_, let isConstant):
      table.setMeaning(.variable(module: module, isConstant: isConstant), of: declaration.name)
    case .computedVariable: table.setMeaning(.variable(module: module, isConstant: false), of: declaration.name)
    case .function(let signature): table.addFunction(declaration.name, signature: signature, module: module)
    case .type(let keyword): table.setMeaning(.type(module: module, keyword: keyword), of: declaration.name)
    case .typeAlias: table.setMeaning(.typeAlias(module: module), of: declaration.name)
    case .macro: table.setMeaning(.macro(module: module), of: declaration.name)
    }
  }

  /// Functions and types that read a variable without a value are withdrawn too.
  private func withdrawDependents(of module: inout CellModule, failure: String) {
    guard !module.withdrawn.isEmpty else { return }
    var isChanged = true
    while isChanged {
      isChanged = false
      for declaration in module.plan.parsed.declarations where module.withdrawn[declaration.name] == nil {
        if case .storedVariable = declaration.kind { continue }
        if let reason = declaration.references.first(where: { module.withdrawn[$0] != nil }) {
          module.withdrawn[declaration.name] = "'\(declaration.name)' uses '\(reason)', which has no value: \(failure)"
          isChanged = true
        }
      }
    }
  }

  /// All values are gone, because the process that held them has ended. Functions and types stay.
  ///
  /// - Returns: The names of the lost variables.
  mutating func loseValues() -> [String] {
    var lost: [String] = []
    let old = modules
    var fresh = CellCollection()
    fresh.unmade = unmade
    let failure = "the process that held it has ended"
    for module in old {
      for (name, meaning) in table.meanings {
        if case .variable(module.name, _) = meaning, module.index(of: name) != nil { lost.append(name) }
      }
      fresh.add(module, initialized: [], types: [:], hasResult: false, failure: failure)
    }
    self = fresh
    return lost.sorted()
  }

  /// Remembers the names of a cell that has mistakes: whoever uses them next meets a puzzle otherwise.
  mutating func note(unmade declarations: [Declaration], number: Int) {
    for declaration in declarations { unmade[declaration.name] = number }
  }

  // MARK: Look

  /// Why a name that a cell uses is not there.
  func reasonForMissing(_ name: String) -> String? {
    guard table.meanings[name] == nil else { return nil }
    if let reason = modules.last(where: { $0.withdrawn[name] != nil })?.withdrawn[name] { return reason }
    return unmade[name].map { "'\(name)' was not made: cell \($0) has a mistake. Mend it and run it first." }
  }

  /// A name that a misspelt one may stand for.
  func nameLike(_ name: String) -> String? { table.meanings.keys.nearest(to: name) }

  /// The uses of variables above their declarations that no variable of an earlier cell can stand for.
  func earlyReads(of cell: ParsedCell) -> [EarlyRead] {
    guard !cell.earlyReads.isEmpty else { return [] }
    let earlier = table.valueModules
    return cell.earlyReads.filter { $0.function != nil || earlier[$0.variable] == nil }
  }

  /// A loaded cell with the same text whose names still mean the same, so that running its library again is running the
  /// cell again.
  func repeatable(_ cell: ParsedCell) -> CellModule? {
    guard let candidate = modules.last(where: { $0.plan.parsed.text == cell.text }) else { return nil }
    let plan = planner.plan(cell, module: candidate.name)
    let old = candidate.plan.imports
    let own = Set(cell.declarations.map(\.name))
    for (name, modules) in plan.imports.bindings where old.bindings[name] != modules {
      // What the candidate declares itself hides the imported names, unless it reads the earlier ones.
      guard own.contains(name), modules == [candidate.name],
        !plan.rewritten.body.text.contains("\(candidate.name).\(name)")
      else { return nil }
    }
    guard old.bindings.keys.allSatisfy({ own.contains($0) || plan.imports.bindings[$0] != nil }),
      plan.imports.extensionModules.subtracting([candidate.name]) == old.extensionModules.subtracting([candidate.name]),
      !isReplaced(candidate)
    else { return nil }
    return candidate
  }

  /// Whether a later cell has given new bodies to the members of a cell's extensions.
  private func isReplaced(_ module: CellModule) -> Bool {
    let types = Set(module.plan.extensions.filter { !$0.declaration.conformances.isEmpty }.map(\.type))
    guard let position = positions[module.name], !types.isEmpty else { return false }
    return table.extensions.contains { record in
      types.contains(record.type) && !record.replacedMembers.isEmpty && (positions[record.module] ?? 0) > position
    }
  }

  /// The attributes that make the outdated functions of a module give way to newer ones, those of the cell itself
  /// included, by offset in the module's text.
  func demotions(of module: CellModule, for cell: ParsedCell) -> [Int: String] {
    var attributes: [Int: String] = [:]
    for declaration in module.plan.parsed.declarations {
      if case .storedVariable = declaration.kind { continue }
      if let reason = module.withdrawn[declaration.name] {
        attributes[declaration.attributeOffset] = "@available(*, unavailable, message: \"\(reason)\") "
      } else if case .function(let signature) = declaration.kind, cell.words.contains(declaration.name),
        case .functions(let overloads)? = table.meanings[declaration.name],
        overloads[signature] != module.name || cell.functionSignatures.contains(signature)
      {
        attributes[declaration.attributeOffset] = "@_disfavoredOverload "
      }
    }
    for record in table.extensions where record.module == module.name {
      for (index, member) in record.declaration.members.enumerated() where !record.replacedMembers.contains(index) {
        guard member.kind != .type, member.kind != .other else { continue }
        if let newest = table.extensionMembers[record.key(of: member)], newest != module.name {
          attributes[member.attributeOffset] = "@_disfavoredOverload "
        }
      }
    }
    return attributes
  }
}
