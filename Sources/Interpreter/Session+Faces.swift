extension Session {
  /// The folders in which the compiler finds the modules that a cell imports, with outdated names demoted.
  func faces(for plan: CellPlan, in cells: CellCollection) async throws -> CellCompiler.ModuleFolders {
    var result = CellCompiler.ModuleFolders(search: [], keys: [])
    for name in plan.imports.modules {
      guard let module = cells.module(name) else { continue }
      let attributes = cells.demotions(of: module, for: plan.parsed)
      guard !attributes.isEmpty || !module.withdrawn.isEmpty else {
        result.keys.append(module.artifacts.key)
        continue
      }
      let face = ModuleFace(module: module, attributes: attributes)
      result.keys.append(face.key)
      result.search.append(try await folder.face(face, compiler: compiler))
    }
    result.search.append(folder.modules)
    return result
  }
}
