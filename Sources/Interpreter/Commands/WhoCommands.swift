import WorkerProtocol

/// `%who`: the names of the variables.
struct WhoCommand: Command {
  let name = "who"
  let usage = ["%who"]
  let summary = "Lists the names of the variables."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let names = session.variables().map(\.name)
    call.print(names.isEmpty ? "There are no variables yet." : names.joined(separator: "  "))
    return CellResult(ending: .success)
  }
}

/// `%whos`: the variables with their values.
struct WhosCommand: Command {
  let name = "whos"
  let usage = ["%whos", "%whos TYPE"]
  let summary = "Lists the variables with type, shape, value, size and cell."
  let details = "%whos Tensor lists only the variables whose type contains the word Tensor."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let variables = session.variables()
    let described = await session.describe(variables.map(\.reference))
    var rows = [["name", "type", "shape", "value", "size", "cell"]]
    for (variable, description) in zip(variables, described)
    where call.arguments.isEmpty || description.type.contains(call.arguments) {
      rows.append([
        variable.name, description.type, description.shape, description.value.shortened(to: 40),
        "\(Bytes(description.bytes))",
        "\(variable.cell)",
      ])
    }
    guard rows.count > 1 else {
      call.print(
        call.arguments.isEmpty ? "There are no variables yet." : "There is no variable of type \(call.arguments).")
      return CellResult(ending: .success)
    }
    call.print(TextTable(rows).description)
    return CellResult(ending: .success)
  }
}

/// Rows of text in aligned columns.
struct TextTable: CustomStringConvertible {
  private let rows: [[String]]

  init(_ rows: [[String]]) { self.rows = rows }

  var description: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    let shown = (0..<columns).filter { widths[$0] > 0 }
    var lines = rows.map { row in
      shown.map { $0 < row.count ? row[$0].padded(to: widths[$0]) : "" }.joined(separator: "  ").trimmedEnd
    }
    lines.insert(shown.map { String(repeating: "─", count: widths[$0]) }.joined(separator: "  "), at: 1)
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate func shortened(to length: Int) -> String {
    count > length ? prefix(length - 1) + "…" : self
  }

  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Session {
  struct Variable: Sendable {
    var name: String
    var cell: Int
    var reference: VariableReference
    var isConstant: Bool
  }

  /// The variables that cells can use now, in the order of their names.
  func variables() -> [Variable] {
    cells.table.meanings.compactMap { name, meaning -> Variable? in
      guard case .variable(let module, let isConstant) = meaning, let cell = cells.module(module),
        let index = cell.index(of: name), cell.initialized.contains(index)
      else { return nil }
      return Variable(
        name: name, cell: cell.number, reference: VariableReference(module: module, index: index),
        isConstant: isConstant)
    }
    .sorted { $0.name < $1.name }
  }

  func describe(_ references: [VariableReference]) async -> [VariableDescription] {
    guard let worker = try? liveWorker() else { return [] }
    return await worker.describe(references)
  }
}
