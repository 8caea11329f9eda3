import CellSyntax

/// What each name means at this point of a session: the newest declaration of each, and the cell that holds it.
struct SymbolTable: Sendable {
  enum Meaning: Sendable, Equatable {
    case variable(module: String, isConstant: Bool)
    /// The newest module of each overload, by signature.
    case functions([String: String])
    case type(module: String, keyword: Declaration.TypeKeyword)
    case typeAlias(module: String)
    case macro(module: String)

    var modules: Set<String> {
      switch self {
      case .variable(let module, _), .type(let module, _), .typeAlias(let module), .macro(let module): [module]
      case .functions(let overloads): Set(overloads.values)
      }
    }
  }

  /// An extension that a cell has made.
  struct ExtensionRecord: Sendable, Equatable {
    var module: String
    /// The extended type: its module, if a cell declares it, and its name.
    var type: String
    var declaration: ExtensionDeclaration
    /// The members that became replacements of another cell's members and so add no name.
    var replacedMembers: Set<Int>
    /// Whether later cells can replace its members.
    var isReplaceable: Bool
    /// The protocols that this extension has made the type conform to.
    var ownedProtocols: Set<String>

    func key(of member: ExtensionDeclaration.Member) -> String {
      "\(type) \(declaration.constraints) \(member.signature)"
    }
  }

  private(set) var meanings: [String: Meaning] = [:]
  private(set) var extensions: [ExtensionRecord] = []
  /// The newest module of each member that extensions add.
  private(set) var extensionMembers: [String: String] = [:]
  private(set) var operators: [ParsedCell.OperatorDeclaration] = []
  private(set) var imports: [String] = []
  /// The modules with types that the names of a module can lead to: a variable's type may come from a third cell.
  private(set) var reachableTypes: [String: Set<String>] = [:]
  /// The expressions for earlier results, by the cell's number; `nil` is the latest.
  private(set) var results: [Int?: String] = [:]

  /// The type that a name means here: with its module if a cell declares it.
  func typeIdentity(_ name: String) -> String {
    guard let head = name.split(separator: ".").first.map(String.init)?.trimmed, let meaning = meanings[head] else {
      return name
    }
    switch meaning {
    case .type(let module, _), .typeAlias(let module): return "\(module).\(name)"
    default: return name
    }
  }

  // MARK: Change

  mutating func setMeaning(_ meaning: Meaning, of name: String) { meanings[name] = meaning }

  mutating func addFunction(_ name: String, signature: String, module: String) {
    if case .functions(var overloads)? = meanings[name] {
      overloads[signature] = module
      meanings[name] = .functions(overloads)
    } else {
      meanings[name] = .functions([signature: module])
    }
  }

  mutating func addExtension(_ record: ExtensionRecord) {
    extensions.removeAll { $0 == record }
    extensions.append(record)
    for (index, member) in record.declaration.members.enumerated() where !record.replacedMembers.contains(index) {
      extensionMembers[record.key(of: member)] = record.module
    }
  }

  mutating func addOperators(_ declared: [ParsedCell.OperatorDeclaration]) {
    operators.removeAll { old in declared.contains { $0.name == old.name } }
    operators += declared
  }

  mutating func addModule(_ module: String, declaresTypes: Bool, imports: [String]) {
    var reachable: Set<String> = declaresTypes ? [module] : []
    for imported in imports { reachable.formUnion(reachableTypes[imported] ?? []) }
    reachableTypes[module] = reachable
  }

  mutating func addImports(_ lines: [String]) {
    for line in lines where !imports.contains(line) { imports.append(line) }
  }

  mutating func setResult(_ expression: String, number: Int) {
    results[number] = expression
    results[nil] = expression
  }

  // MARK: Use

  /// The modules that hold the newest value of each name that has one.
  var valueModules: [String: String] {
    meanings.compactMapValues { meaning in
      switch meaning {
      case .variable(let module, _): module
      case .functions(let overloads): overloads.count == 1 ? overloads.values.first : nil
      default: nil
      }
    }
  }

  /// Plans how an extension that states a conformance again replaces what an earlier cell has stated.
  func replacement(
    for declaration: ExtensionDeclaration, type: String
  ) -> (plan: ExtensionReplacement, isComplete: Bool)? {
    let stated = declaration.conformances.map(\.protocolName)
    let owners = extensions.filter { record in
      record.type == type && record.declaration.constraints == declaration.constraints
        && !record.ownedProtocols.isDisjoint(with: stated)
    }
    guard !owners.isEmpty else { return nil }
    let owned = owners.reduce(into: Set<String>()) { $0.formUnion($1.ownedProtocols) }
    let replaceable = Set(
      owners.filter(\.isReplaceable).flatMap { owner in
        owner.declaration.members.filter(\.isDynamicReplacementPossible).map(\.signature)
      })
    var replaced: Set<Int> = []
    for (index, member) in declaration.members.enumerated()
    where member.isDynamicReplacementPossible && replaceable.contains(member.signature) {
      replaced.insert(index)
    }
    return (
      ExtensionReplacement(keptProtocols: stated.filter { !owned.contains($0) }, replacedMembers: replaced),
      replaced.count == declaration.members.count
    )
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
