import CellSyntax

extension Session {
  /// What a cell that declares types or functions anew has made out of date.
  func staleNotices(after module: CellModule, old: CellCollection) -> [String] {
    var notices: [String] = []
    for declaration in module.plan.parsed.declarations {
      guard case .type = declaration.kind, case .type(let oldModule, _)? = old.table.meanings[declaration.name],
        oldModule != module.name, let oldCell = old.module(oldModule)
      else { continue }
      let oldType = "\(oldModule).\(declaration.name)"
      let holders = cells.modules.flatMap { other in
        other.types.compactMap { index, type -> String? in
          let name = other.plan.rewritten.variables[index]
          guard type.mentions(type: oldType), case .variable(other.name, _)? = cells.table.meanings[name] else {
            return nil
          }
          return name
        }
      }
      let extenders = old.table.extensions.filter { $0.type == oldType }.compactMap { old.module($0.module)?.number }
      let users = old.table.meanings.compactMap { name, meaning -> String? in
        guard case .functions = meaning,
          let user = cells.modules.last(where: { meaning.modules.contains($0.name) }), user.name != module.name,
          user.plan.imports.bindings[declaration.name] == [oldModule],
          user.plan.parsed.declarations.contains(where: { $0.name == name && $0.references.contains(declaration.name) })
        else { return nil }
        return name
      }
      guard !holders.isEmpty || !extenders.isEmpty || !users.isEmpty else { continue }
      var sentence = "\(declaration.name) is new."
      if !holders.isEmpty {
        sentence += holders.count == 1 ? " 1 value still holds" : " \(holders.count) values still hold"
        sentence += " the \(declaration.name) of cell \(oldCell.number): \(holders.sorted().joined(separator: ", "))."
      }
      if !users.isEmpty {
        sentence += " Still made for the old one: \(users.sorted().map { "\($0)()" }.joined(separator: ", "))."
      }
      if !extenders.isEmpty {
        let numbers = Set(extenders).sorted().map(String.init).joined(separator: ", ")
        sentence += " Its extensions are in cell \(numbers); run that again for the new \(declaration.name)."
      }
      notices.append(sentence)
    }
    return notices
  }
}
