import CellSyntax

extension CellCollection {
  /// The text for the compiler of a module of tests.
  ///
  /// A cell sees all names of the cells before it; tests see the few that they are about. So nothing else that the
  /// learner has written, an `abs` or a `==` of their own, can change what a test compares.
  ///
  /// - Returns: The plan, and keys that stand for what it imports.
  func plan(for request: CheckRequest) -> (plan: CellPlan, keys: [String]) {
    var cell = ParsedCell(request.text)
    let words = cell.words
    cell.words = Set(request.names)
    let positions = Dictionary(uniqueKeysWithValues: modules.enumerated().map { ($1.name, $0) })
    var imports = CellImports(for: cell, table: table, qualified: [], order: { positions[$0] ?? .max })
    imports.lines.removeAll { $0.hasPrefix("import ") }
    cell.words = words
    var digest = Digest()
    digest.add(request.text)
    for line in imports.lines { digest.add(line) }
    let keys = interfaceKeys(of: imports.modules)
    for key in keys { digest.add(key) }
    let module = "\(request.name)_\(digest.hexadecimal().prefix(12))"
    let plan = CellPlan(
      module: module, parsed: cell, imports: imports,
      rewritten: RewrittenCell(unchanged: request.text), extensions: [],
      source: imports.lines.joined(separator: "\n") + "\n#sourceLocation(file: \"\(module).swift\", line: 1)\n"
        + request.text + "\n",
      // What is compared is compiled already; the checks themselves need to be compiled soon, not to run fast.
      flags: ["-parse-as-library", "-Onone"], notices: [])
    return (plan, keys)
  }

  /// Keys for what importers see of some modules, and of those that these import.
  ///
  /// A learner who changes the body of a function changes nothing that the checks are compiled with, so that the checks of
  /// the last time serve: to compile them takes most of the time of a check.
  private func interfaceKeys(of names: [String]) -> [String] {
    var found: [String] = []
    var waiting = names
    while let name = waiting.popLast() {
      guard !found.contains(name), let module = module(name) else { continue }
      found.append(name)
      waiting += module.plan.imports.modules
    }
    // In a long notebook it would take longer to read all of it again than it saves.
    guard found.count <= 8 else { return names.compactMap { module($0)?.artifacts.key } }
    return found.sorted().compactMap { module($0)?.plan }.map { plan in
      var digest = Digest()
      digest.add(plan.module)
      digest.add(InterfaceText.of(plan.source))
      for flag in plan.flags { digest.add(flag) }
      return digest.hexadecimal()
    }
  }

  /// The names by which the cells that a module of tests imports could change it: reserved ones, and functions,
  /// operators and members of extensions that the tests mention.
  func clashes(of plan: CellPlan, with request: CheckRequest) -> [String] {
    let wanted = Set(request.names)
    var clashes: Set<String> = []
    for module in plan.imports.modules.compactMap({ module($0) }) {
      let parsed = module.plan.parsed
      clashes.formUnion(parsed.words.intersection(request.forbiddenWords))
      clashes.formUnion(parsed.declarations.map(\.name).filter(request.reservedNames.contains))
      clashes.formUnion(parsed.extensions.map(\.typeName).filter(request.reservedNames.contains))
      clashes.formUnion(
        parsed.declarations.filter(\.isFunction).map(\.name).filter {
          !wanted.contains($0) && CellSyntaxNames.isOperator($0) && plan.parsed.words.contains($0)
        })
      let ownTypes = Set(parsed.declarations.filter(\.isType).map(\.name))
      for declared in parsed.extensions where !ownTypes.contains(declared.typeName) {
        clashes.formUnion(
          declared.members.map(\.name).filter { plan.parsed.words.contains($0) && !wanted.contains($0) })
      }
    }
    return clashes.sorted()
  }
}
