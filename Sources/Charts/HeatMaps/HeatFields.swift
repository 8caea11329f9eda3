/// The fields of a heat map: of a large table, each is the mean of the numbers that it stands for.
struct HeatFields: Sendable {
  /// The numbers, row by row; `nil` where none of them is finite.
  let means: [[Double?]]
  /// The columns of the whole table.
  let columns: Int
  /// The largest field, as how many rows and columns of the table it stands for.
  let block: (rows: Int, columns: Int)

  init(_ values: [[Double]], columns: Int, mostRows: Int, mostColumns: Int) {
    func parts(_ count: Int, _ most: Int) -> [Range<Int>] {
      let parts = min(count, max(most, 1))
      return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    }
    let (rowParts, columnParts) = (parts(values.count, mostRows), parts(columns, mostColumns))
    means = rowParts.map { rows in
      columnParts.map { columns in
        var (mean, count) = (0.0, 0.0)
        for row in rows {
          for number in values[row][columns] where number.isFinite {
            count += 1
            mean += number / count - mean / count
          }
        }
        return count == 0 ? nil : mean
      }
    }
    self.columns = columns
    block = (rowParts.map(\.count).max() ?? 1, columnParts.map(\.count).max() ?? 1)
  }

  /// Whether each field is one number.
  var isWhole: Bool { block == (1, 1) }

  /// Says what a field is if it is not one number.
  var note: String? { isWhole ? nil : "each field is the mean of up to \(block.rows) × \(block.columns) numbers" }

}
