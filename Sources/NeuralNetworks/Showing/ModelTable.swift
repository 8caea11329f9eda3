import Displays
import Tensors

/// A model as a table: its layers with the shapes, counts and bytes of their parameters.
struct ModelTable {
  let heading: String
  let rows: [LayerRow]

  init(_ model: any Module) {
    let names = Dictionary(
      model.parametersWithAllNames.map { (ObjectIdentifier($0.parameter), $0.names[0]) },
      uniquingKeysWith: { first, _ in first })
    rows = model.namedModules.compactMap { name, module in LayerRow(name, module, firstNames: names) }.folded
    let (count, bytes) = (model.parameterCount, model.parameters.reduce(0) { $0 + $1.byteCount })
    let learning = model.parameters.reduce(0) { $0 + ($1.isTrainable ? $1.count : 0) }
    heading =
      "\(kindName(model)): \(counted(count, "parameter")), \(ByteCount(bytes))"
      + (learning == count ? "" : "; \(grouped(learning)) of them learn")
  }

  private var table: ValueTable {
    ValueTable(
      columns: ["layer", "kind", "parameters", "count", "memory"],
      rows: rows.map { row in
        let hasNumbers = row.count > 0
        return [
          row.name.isEmpty ? "itself" : row.name, row.kind, row.content, hasNumbers ? grouped(row.count) : "",
          hasNumbers ? "\(ByteCount(row.bytes))" : "",
        ]
      }, isNumeric: [false, false, false, true, true])
  }

  var text: String { rows.isEmpty ? heading : "\(heading)\n\(table.text)" }
  var html: String { "<div>\(HTML.escaped(heading))</div>" + (rows.isEmpty ? "" : table.html) }
}

extension LayerRow {
  /// The row of a layer; `nil` for a module that consists of others only.
  fileprivate init?(_ name: String, _ module: any Module, firstNames: [ObjectIdentifier: String]) {
    let parts = module.parts
    let own = parts.compactMap { part -> (name: String, parameter: Parameter)? in
      if case .parameter(let parameter) = part.part { (part.name, parameter) } else { nil }
    }
    guard !own.isEmpty || parts.isEmpty else { return nil }
    var (count, bytes) = (0, 0)
    let texts = own.map { part in
      let whole = name.isEmpty ? part.name : "\(name).\(part.name)"
      if let first = firstNames[ObjectIdentifier(part.parameter)], first != whole { return "\(part.name) = \(first)" }
      count += part.parameter.count
      bytes += part.parameter.byteCount
      return "\(part.name) \(part.parameter.shape)"
    }
    self.init(name: name, kind: kindName(module), content: texts.joined(separator: ", "), count: count, bytes: bytes)
  }
}

/// The name of a module's type.
func kindName(_ module: any Module) -> String { String(describing: Swift.type(of: module)) }

/// A number with a comma after each three digits from the end.
package func grouped(_ number: Int) -> String {
  let digits = String(number)
  return digits.enumerated().reduce("") { text, digit in
    let rest = digits.count - digit.offset
    return text + (digit.offset > 0 && rest % 3 == 0 ? "," : "") + String(digit.element)
  }
}

/// `1 parameter`, `2,500 parameters`.
func counted(_ number: Int, _ noun: String) -> String { "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")" }
