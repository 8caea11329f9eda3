import Displays

/// A table of numbers as colours, with names for its rows and columns.
///
///     HeatMap([[0.9, 0.1], [0.4, 0.6]], rows: ["the", "cat"], columns: ["the", "cat"])
///
/// Up to 16 columns it shows the numbers themselves; of a larger table each field is the mean of several numbers, and the picture
/// says so. Dark blue is small, yellow is large, for any colour vision.
public struct HeatMap: Chart {
  /// The numbers, row by row.
  public let values: [[Double]]
  /// A name for each row, or none at all.
  public let rows: [String]
  /// A name for each column, or none at all.
  public let columns: [String]
  /// What the chart is called.
  public let title: String
  /// The numbers that get the darkest and the brightest colour.
  public let range: ClosedRange<Double>
  let fields: HeatFields
  private let numbers: TableNumbers

  /// Makes a heat map. Stops with a message if the rows are not of one length or the names not as many as they should be.
  ///
  /// - Parameters:
  ///   - values: The numbers, row by row.
  ///   - rows: A name for each row.
  ///   - columns: A name for each column.
  ///   - title: What the chart is called.
  ///   - range: The numbers that get the darkest and the brightest colour; the smallest and the largest of all unless told
  ///     otherwise.
  public init(
    _ values: [[Double]], rows: [String] = [], columns: [String] = [], title: String = "",
    range: ClosedRange<Double>? = nil
  ) {
    let width = checkRows("HeatMap", values)
    if !rows.isEmpty { checkCounts("HeatMap", "names of rows", rows.count, "rows", values.count) }
    if !columns.isEmpty { checkCounts("HeatMap", "names of columns", columns.count, "columns", width) }
    (self.values, self.rows, self.columns, self.title) = (values, rows, columns, title)
    if let range {
      self.range = range
    } else {
      let finite = values.lazy.joined().filter(\.isFinite)
      self.range = (finite.min() ?? 0)...(finite.max() ?? 0)
    }
    fields = HeatFields(values, columns: width, mostRows: HeatMap.mostFields, mostColumns: HeatMap.mostFields)
    numbers = TableNumbers(fields.means.joined().lazy.compactMap(\.self))
  }

  private static let mostFields = 64

  /// A number as it stands in its field; a dash where there is none.
  func word(_ number: Double?) -> String { number.map(numbers.text) ?? "–" }

  public var words: String {
    let name = title.isEmpty ? "Heat map." : "Heat map: \(Lettering.name(title, columns: 64))."
    return "\(name) \(summary)"
  }

  /// The size of the table and its extremes, in a sentence.
  var summary: String {
    var (lowest, highest): ((row: Int, column: Int)?, (row: Int, column: Int)?)
    var notFinite = 0
    for (row, line) in values.enumerated() {
      for (column, number) in line.enumerated() {
        guard number.isFinite else {
          notFinite += 1
          continue
        }
        if lowest.map({ number < values[$0.row][$0.column] }) ?? true { lowest = (row, column) }
        if highest.map({ number > values[$0.row][$0.column] }) ?? true { highest = (row, column) }
      }
    }
    guard let lowest, let highest else { return "There is nothing to show." }
    func place(_ place: (row: Int, column: Int)) -> String {
      let row = rows.isEmpty ? "row \(place.row)" : "row \(Lettering.quoted(rows[place.row]))"
      let column = columns.isEmpty ? "column \(place.column)" : "column \(Lettering.quoted(columns[place.column]))"
      return "\(values[place.row][place.column].brief) in \(row), \(column)"
    }
    let size =
      "\(values.count) \(values.count == 1 ? "row" : "rows"), \(fields.columns) "
      + (fields.columns == 1 ? "column" : "columns")
    let rest = notFinite == 0 ? "" : " \(notFinite == 1 ? "1 number is" : "\(notFinite) numbers are") not finite."
    return "\(size); largest \(place(highest)); smallest \(place(lowest)).\(rest)"
  }
}
