import CellSyntax

extension CellCollection {
  /// The text for the compiler of a module of tests.
  ///
  /// A cell sees all names of the cells before it; tests see the few that they are about. So nothing else that the
  /// learner has written, an `abs` or a `==` of their own, can change what a test compares.
  func plan(for request: CheckRequest) -> CellPlan {
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
    for name in imports.modules { digest.add(module(name)?.artifacts.key ?? "") }
    let module = "\(request.name)_\(digest.hexadecimal().prefix(12))"
    return CellPlan(
      module: module, parsed: cell, imports: imports,
      rewritten: RewrittenCell(unchanged: request.text), extensions: [],
      source: imports.lines.joined(separator: "\n") + "\n#sourceLocation(file: \"\(module).swift\", line: 1)\n"
        + request.text + "\n",
      // What is compared is compiled already; the checks themselves need to be compiled soon, not to run fast.
      flags: ["-parse-as-library", "-Onone"], notices: [])
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
