extension ChartMistake: CustomStringConvertible {
  /// The words for the learner: what was given, what was wanted, what to do.
  var description: String {
    switch self {
    case .counts(let chart, let first, let firstCount, let second, let secondCount):
      "\(chart) needs as many \(first) as \(second): it got \(firstCount) \(first) and \(secondCount) \(second)."
        + " Give each of the \(second) one of the \(first)."
    case .raggedRows(let chart, let row, let columns, let wanted):
      "\(chart) needs rows of one length: row 0 has \(wanted) numbers, row \(row) has \(columns)."
        + " Fill up the shorter rows, with .nan where there is no number."
    case .coordinates(let chart, let point, let count):
      "\(chart) needs points with two coordinates: point \(point) has \(count)."
        + " To see points with more of them, take their first two principal components."
    case .unknownClass(let chart, let found, let classes):
      "\(chart) has \(classes) classes, numbered from 0: there is no class \(found)."
    case .bins(let bins):
      "Histogram needs at least one bin: it got \(bins). Leave bins out, and it finds a good number itself."
    }
  }
}
