/// What was wrong with the numbers or names for a chart: the facts.
enum ChartMistake: Error, Equatable {
  /// There are not as many of one thing as of another.
  case counts(chart: String, first: String, Int, second: String, Int)
  /// The rows of a table of numbers are not of one length.
  case raggedRows(chart: String, row: Int, columns: Int, wanted: Int)
  /// A point has too few coordinates.
  case coordinates(chart: String, point: Int, count: Int)
  /// A class is not among the classes.
  case unknownClass(chart: String, Int, classes: Int)
  /// Bins of a histogram.
  case bins(Int)
}

/// Ends the program, or in a notebook the cell, with the words for the mistake.
func stop(_ mistake: ChartMistake) -> Never {
  fatalError(mistake.description)
}

/// Stops unless there are as many of one thing as of another.
func checkCounts(_ chart: String, _ first: String, _ firstCount: Int, _ second: String, _ secondCount: Int) {
  if firstCount != secondCount {
    stop(.counts(chart: chart, first: first, firstCount, second: second, secondCount))
  }
}

/// Stops unless all rows are of one length, and returns that length.
func checkRows(_ chart: String, _ rows: [[Double]]) -> Int {
  let columns = rows.first?.count ?? 0
  for (index, row) in rows.enumerated() where row.count != columns {
    stop(.raggedRows(chart: chart, row: index, columns: row.count, wanted: columns))
  }
  return columns
}
