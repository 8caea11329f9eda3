import Displays

extension Capture: CustomStringConvertible, Displayable {
  /// The names of the parts and the shapes of their results, in the order of the calls.
  public var description: String { calls.isEmpty ? "Nothing was called." : table.text }

  public var display: Display { .html(calls.isEmpty ? description : table.html, text: description) }

  private var table: ValueTable {
    ValueTable(
      columns: ["part", "result"], rows: calls.map { [$0.name.isEmpty ? "itself" : $0.name, "\($0.result.shape)"] },
      isNumeric: [false, false])
  }
}
