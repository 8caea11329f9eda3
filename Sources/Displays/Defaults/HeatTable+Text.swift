extension HeatTable {
  /// The numbers as plain text, no wider than the terminal.
  package var text: String { text(width: Stage.current.columns()) }

  /// The numbers in lines of at most `width` characters: columns in the middle are left out if there is no room.
  func text(width: Int) -> String {
    let cells = [[corner] + columnNames] + zip(rowNames, shares).map { [$0] + $1.map(HeatTable.digits) }
    let widths = cells[0].indices.map { column in
      cells.map { $0.indices.contains(column) ? $0[column].columns : 0 }.max() ?? 0
    }
    let (first, last) = HeatTable.shownColumns(widths, width: width)
    let hidden = columnNames.count - first - last
    func shown(_ row: [String]) -> [String] {
      hidden > 0 ? row.prefix(1 + first) + ["…"] + row.suffix(last) : row
    }
    let table = ValueTable(
      columns: shown(cells[0]), rows: cells.dropFirst().map(shown),
      isNumeric: shown(cells[0]).indices.map { $0 > 0 }
    ).text
    return hidden > 0 ? "\(table)\n\(hidden) of \(columnNames.count) columns are not shown." : table
  }

  /// How many columns of numbers fit at the beginning and at the end; at least one at the beginning.
  private static func shownColumns(_ widths: [Int], width: Int) -> (first: Int, last: Int) {
    let count = widths.count - 1
    let gap = 2
    guard count > 1, widths.reduce(0, +) + gap * count > width else { return (count, 0) }
    // The names of the rows, and a column of dots.
    var room = width - widths[0] - gap - 1
    var (first, last) = (1, 0)
    room -= gap + widths[1]
    while first + last < count {
      let next = first <= last ? first + 1 : count - last
      room -= gap + widths[next]
      guard room >= 0 else { break }
      if first <= last { first += 1 } else { last += 1 }
    }
    return (first, last)
  }
}
