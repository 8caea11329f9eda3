import Displays

/// A field of characters with two axes, on which dots and glyphs are set.
///
/// Dots are those of Braille's letters, eight to a character; a glyph takes a whole character and hides what is below it.
struct TextPlot {
  private let x: Axis
  private let y: Axis
  private let margin: Int
  private let columns: Int
  private let rows: Int
  private var dots: [UInt8]
  private var glyphs: [Character?]

  /// The dots of a letter, row by row and from left to right (Unicode, "Braille Patterns").
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  init(x: Axis, y: Axis, width: Int, rows: Int = 12) {
    (self.x, self.y, self.rows) = (x, y, rows)
    margin = y.labels.map(\.columns).max() ?? 0
    columns = max(width - margin - 3, 8)
    dots = Array(repeating: 0, count: columns * rows)
    glyphs = Array(repeating: nil, count: columns * rows)
  }

  /// How many dots lie side by side.
  var dotColumns: Int { columns * 2 }

  /// Sets the dot of a point.
  mutating func dot(_ xNumber: Double, _ yNumber: Double) {
    guard let (column, row) = place(xNumber, yNumber, columns: columns * 2, rows: rows * 4) else { return }
    set(column, row)
  }

  /// Sets the dots of the straight line between two points.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    guard let from = place(start.x, start.y, columns: columns * 2, rows: rows * 4),
      let to = place(end.x, end.y, columns: columns * 2, rows: rows * 4)
    else { return }
    let steps = max(abs(to.column - from.column), abs(to.row - from.row), 1)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      set(
        from.column + Int((Double(to.column - from.column) * share).rounded()),
        from.row + Int((Double(to.row - from.row) * share).rounded()))
    }
  }

  /// Puts a glyph in the place of a point.
  mutating func glyph(_ glyph: Character, _ xNumber: Double, _ yNumber: Double) {
    guard let (column, row) = place(xNumber, yNumber, columns: columns, rows: rows) else { return }
    glyphs[row * columns + column] = glyph
  }

  /// Writes a name to the right of the place of a point, if there is room for it.
  mutating func label(_ text: String, _ xNumber: Double, _ yNumber: Double) {
    guard let (column, row) = place(xNumber, yNumber, columns: columns, rows: rows) else { return }
    // A character of two columns would push what stands behind it out of line.
    let letters = Array(text)
    let room = row * columns + column + 1..<row * columns + column + 1 + letters.count
    guard text.columns == letters.count, column + 1 + letters.count <= columns, glyphs[room].allSatisfy({ $0 == nil })
    else { return }
    for (index, letter) in zip(room, letters) { glyphs[index] = letter }
  }

  /// The lines of the field, with the marks of both axes.
  var lines: [String] {
    var marks = Array(repeating: "", count: rows)
    for (tick, label) in zip(y.ticks, y.labels) {
      let row = Int((Double(rows - 1) * (1 - (y.share(tick) ?? 0))).rounded())
      if marks[row].isEmpty { marks[row] = label }
    }
    let field = (0..<rows).map { row in
      let letters = (0..<columns).map { column -> Character in
        let index = row * columns + column
        let braille = dots[index] == 0 ? " " : Character(Unicode.Scalar(0x2800 + UInt32(dots[index])) ?? " ")
        return glyphs[index] ?? braille
      }
      let mark = String(repeating: " ", count: margin - marks[row].columns) + marks[row]
      return (mark + (marks[row].isEmpty ? " │" : " ┤") + String(letters)).withoutTrailingSpaces
    }
    let space = String(repeating: " ", count: margin + 1)
    return field + [space + "└" + String(repeating: "─", count: columns), space + " " + bottomMarks]
  }

  /// The marks of the lower axis, as many as have room.
  private var bottomMarks: String {
    var line = ""
    for (tick, label) in zip(x.ticks, x.labels) {
      let middle = Int(Double(columns - 1) * (x.share(tick) ?? 0))
      let start = min(max(middle - label.columns / 2, 0), columns - label.columns)
      guard line.isEmpty || start >= line.columns + 2 else { continue }
      line = line.padded(toColumns: start) + label
    }
    return line
  }

  private func place(_ xNumber: Double, _ yNumber: Double, columns: Int, rows: Int) -> (column: Int, row: Int)? {
    guard let xShare = x.share(xNumber), let yShare = y.share(yNumber) else { return nil }
    return (Int((xShare * Double(columns - 1)).rounded()), Int(((1 - yShare) * Double(rows - 1)).rounded()))
  }

  private mutating func set(_ column: Int, _ row: Int) {
    dots[row / 4 * columns + column / 2] |= TextPlot.bits[row % 4][column % 2]
  }
}
