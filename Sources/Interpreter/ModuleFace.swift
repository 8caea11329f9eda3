import CellSyntax

/// What later cells see of a cell some of whose names are out of date.
struct ModuleFace: Sendable {
  let module: CellModule
  let source: String
  let key: String

  /// - Parameter attributes: What to put before declarations, by offset in the cell's text.
  init(module: CellModule, attributes: [Int: String]) {
    self.module = module
    let body = module.plan.rewritten.body
    var bytes = Array(body.text.utf8)
    for (offset, attribute) in Self.renames(in: module).merging(attributes, uniquingKeysWith: { $0 + $1 })
      .sorted(by: { $0.key > $1.key })
    {
      bytes.insert(contentsOf: attribute.utf8, at: min(body.editedOffset(of: offset), bytes.count))
    }
    var text = module.plan.source.replacing(
      body.text, with: String(decoding: bytes, as: UTF8.self), maxReplacements: 1)
    // Variables of a `guard` or an `async let` are declared in lines that are not the learner's.
    for name in module.withdrawn.keys {
      text = text.replacing("let \(name) = guarded_", with: "let withdrawn_\(name) = guarded_")
      text = text.replacing("\nlet \(name) = ", with: "\nlet withdrawn_\(name) = ")
    }
    source = text
    var digest = Digest()
    digest.add(module.artifacts.key)
    digest.add(text)
    key = digest.hexadecimal()
  }

  /// A variable without a value gets another name, under which nobody looks for it. It cannot be marked unavailable:
  /// Swift refuses that for the variables of a script.
  private static func renames(in module: CellModule) -> [Int: String] {
    var renames: [Int: String] = [:]
    let text = Array(module.plan.parsed.text.utf8)
    for declaration in module.plan.parsed.declarations where module.withdrawn[declaration.name] != nil {
      guard case .storedVariable = declaration.kind, declaration.nameOffset < text.count else { continue }
      let isQuoted = text[declaration.nameOffset] == UInt8(ascii: "`")
      renames[declaration.nameOffset + (isQuoted ? 1 : 0)] = "withdrawn_"
    }
    return renames
  }
}
