// Pieces of the compiler's and the runtime's words.

extension String {
  /// Two types of one name and different cells: `cannot convert 'Cell3.Point' to 'Cell5.Point'`.
  var staleType: (name: String, old: String, new: String)? {
    let types = matches(of: /'(Cell[0-9_]+)\.([^']+)'/).map { (module: String($0.1), name: String($0.2)) }
    guard types.count == 2, types[0].name == types[1].name, types[0].module != types[1].module else { return nil }
    return (types[0].name, types[0].module, types[1].module)
  }

  /// What an error of Foundation says, without the fields that only programs read.
  var withoutErrorFields: String {
    guard hasPrefix("Error Domain="), let said = firstMatch(of: /"([^"]+)"/) else { return self }
    let path = firstMatch(of: /NSFilePath=([^,}]+)/).map { " (\($0.1))" } ?? ""
    return String(said.1) + path
  }

  /// The runtime's words without addresses in memory and lists of frames, which tell a learner nothing.
  var withoutAddresses: String {
    let text = replacing(/\ \(0x[0-9a-fA-F]+\)/, with: "").replacing(/0x[0-9a-fA-F]{6,}/, with: "a variable")
    guard text.hasPrefix("Simultaneous accesses"), let end = text.firstIndex(of: "\n") else { return text }
    return String(text[..<end])
  }

  var firstLine: String { split(separator: "\n").first.map(String.init) ?? self }

  /// The first name in single quotes.
  var quotedName: String? {
    let parts = split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }

  /// A headline without the place at its start: `Cell 9, line 4: Index out of range`.
  var afterPlace: String {
    guard hasPrefix("Cell "), let colon = range(of: ": ") else { return self }
    return String(self[colon.upperBound...])
  }

  /// Whether a qualified type name mentions a type, `Swift.Array<Cell3.Point>` for instance `Cell3.Point`.
  func mentions(type: String) -> Bool {
    var rest = Substring(self)
    while let found = rest.range(of: type) {
      let before = found.lowerBound == startIndex ? nil : self[index(before: found.lowerBound)]
      let after = found.upperBound == endIndex ? nil : self[found.upperBound]
      let isWord = { (character: Character?) in character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
      if !isWord(before), !isWord(after) { return true }
      rest = self[found.upperBound...]
    }
    return false
  }
}
