import Displays

/// A small picture of a tensor's numbers: dark blue for the smallest, yellow for the largest.
struct HeatStrip {
  /// The mean of the numbers behind each field; `nil` where none is finite.
  let fields: [[Double?]]
  private let scale: ColorScale

  private static let mostColumns = 32
  private static let mostRows = 8

  /// - Returns: `nil` if there is nothing to compare: fewer than two numbers, or none that is finite.
  init?(_ tensor: Tensor, _ statistics: TensorStatistics) {
    guard tensor.count > 1 else { return nil }
    let columns = tensor.shape.last ?? 1
    let rows = tensor.count / columns
    let numbers = tensor.doubles
    func parts(_ count: Int, _ most: Int) -> [Range<Int>] {
      let parts = min(count, most)
      return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    }
    fields = parts(rows, HeatStrip.mostRows).map { rowRange in
      parts(columns, HeatStrip.mostColumns).map { columnRange in
        var (sum, count) = (0.0, 0)
        for row in rowRange {
          for column in columnRange where numbers[row * columns + column].isFinite {
            sum += numbers[row * columns + column]
            count += 1
          }
        }
        return count == 0 ? nil : sum / Double(count)
      }
    }
    scale = ColorScale(statistics.minimum...statistics.maximum)
  }

  var svg: String {
    let (columns, rows) = (fields.first?.count ?? 0, fields.count)
    let size = max(4, min(16, 320 / max(columns, 1)))
    var drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="heat map, dark is small, yellow is large" \
      width="\(columns * size)" height="\(rows * size)" viewBox="0 0 \(columns) \(rows)" shape-rendering="crispEdges">
      """
    for (row, line) in fields.enumerated() {
      for (column, number) in line.enumerated() {
        drawing +=
          "<rect x=\"\(column)\" y=\"\(row)\" width=\"1\" height=\"1\" fill=\"\(number.map(scale.color) ?? "none")\"/>"
      }
    }
    return drawing + "</svg>"
  }
}
