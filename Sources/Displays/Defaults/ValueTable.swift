/// A collection of like things as a table, of which only the rows that will be shown have been read.
///
/// Arrays of structs or tuples with two or more stored properties, arrays of dictionaries, arrays of arrays of numbers,
/// and dictionaries make a table; everything else does not.
package struct ValueTable {
  /// The columns' names; empty for an array of arrays.
  var columns: [String]
  /// The cells' texts; `nil` where a row has no such column.
  var rows: [[String?]]
  /// Which columns hold numbers and are set to the right.
  var isNumeric: [Bool]
  /// How many rows the value has, shown or not.
  var rowCount: Int
  /// How many columns were left out.
  var hiddenColumns: Int
  /// Whether the rows are the entries of one dictionary.
  var isDictionary = false

  static let mostRows = 20
  static let mostColumns = 16
  private static let longestCell = 60

  /// Makes a table of texts, all of whose rows and columns are shown.
  package init(columns: [String], rows: [[String]], isNumeric: [Bool]) {
    self.columns = columns
    self.rows = rows
    self.isNumeric = isNumeric
    rowCount = rows.count
    hiddenColumns = 0
  }

  /// Makes a table, or returns `nil` if the value is not one.
  init?(_ value: Any) {
    guard !(value is any Displayable) else { return nil }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection: self.init(rowsOf: mirror.children)
    case .dictionary: self.init(dictionary: mirror.children)
    default: return nil
    }
  }

  private init?(rowsOf children: Mirror.Children) {
    let count = children.count
    let sample = children.prefix(ValueTable.mostRows).map { $0.value }
    let mirrors = sample.map(Mirror.init(reflecting:))
    guard count >= 2, let first = mirrors.first, let kind = first.displayStyle,
      mirrors.allSatisfy({ $0.displayStyle == kind })
    else { return nil }
    let fieldsOfRows: [[(String, Any)]]
    var showsHeader = true
    switch kind {
    case .struct, .tuple:
      guard !sample.contains(where: ValueTable.saysItself), sample.allSatisfy({ type(of: $0) == type(of: sample[0]) })
      else { return nil }
      fieldsOfRows = mirrors.map(ValueTable.fields)
      guard fieldsOfRows[0].count >= 2 else { return nil }
    case .dictionary:
      fieldsOfRows = mirrors.map { mirror in
        let entries = SortedEntries(mirror.children, isDictionary: true, count: mirror.children.count).values
        return entries.prefix(ValueTable.mostColumns * 2).map {
          (ValueTable.cell($0.key ?? "", unquoted: true), $0.value)
        }
      }
    case .collection:
      showsHeader = false
      fieldsOfRows = mirrors.map { mirror in
        mirror.children.prefix(ValueTable.mostColumns).enumerated().map { (String($0), $1.value) }
      }
      guard fieldsOfRows.allSatisfy({ $0.allSatisfy { ValueTable.isNumber($0.1) } }) else { return nil }
    default: return nil
    }
    var names: [String] = []
    var known: Set<String> = []
    for fields in fieldsOfRows { for (name, _) in fields where known.insert(name).inserted { names.append(name) } }
    guard !names.isEmpty else { return nil }
    let longest = kind == .collection ? mirrors.map(\.children.count).max() ?? 0 : names.count
    let shown = Array(names.prefix(ValueTable.mostColumns))
    let cells = fieldsOfRows.map { Dictionary($0, uniquingKeysWith: { first, _ in first }) }
    columns = showsHeader ? shown : []
    rows = cells.map { row in shown.map { name in row[name].map { ValueTable.cell($0, unquoted: false) } } }
    isNumeric = shown.map { name in cells.allSatisfy { row in row[name].map(ValueTable.isNumber) ?? true } }
    rowCount = count
    hiddenColumns = longest - shown.count
  }

  private init?(dictionary children: Mirror.Children) {
    let count = children.count
    guard count >= 3 else { return nil }
    let entries = SortedEntries(children, isDictionary: true, count: count).values.prefix(ValueTable.mostRows)
    columns = ["key", "value"]
    rows = entries.map { [ValueTable.cell($0.key ?? "", unquoted: false), ValueTable.cell($0.value, unquoted: false)] }
    isNumeric = [
      entries.allSatisfy { ValueTable.isNumber($0.key ?? "") }, entries.allSatisfy { ValueTable.isNumber($0.value) },
    ]
    rowCount = count
    hiddenColumns = 0
    isDictionary = true
  }

  /// Whether the type's author has chosen the words for its values.
  private static func saysItself(_ value: Any) -> Bool {
    value is any Displayable || value is any CustomStringConvertible || value is any CustomDebugStringConvertible
  }

  private static func fields(_ mirror: Mirror) -> [(String, Any)] {
    mirror.children.enumerated().compactMap { position, child in
      FieldName.isHidden(child.label) ? nil : (FieldName(child.label)?.text ?? String(position), child.value)
    }
  }

  private static func cell(_ value: Any, unquoted: Bool) -> String {
    if unquoted, let text = value as? String { return text.singleLine().shortened(to: longestCell) }
    if let number = value as? any BinaryFloatingPoint { return Double(number).significant }
    var reader = OutlineReader()
    reader.budget = 40
    return reader.outline(of: value, depth: 1).singleLine.shortened(to: longestCell)
  }

  private static func isNumber(_ value: Any) -> Bool {
    if let optional = value as? any OptionalValue { return optional.wrapped.map(isNumber) ?? true }
    return value is any Numeric
  }
}
