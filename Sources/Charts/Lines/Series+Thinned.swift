extension Series {
  /// The pieces of the line between its gaps, each with no more points than can be seen.
  ///
  /// Where several points fall in one column of the picture, the first, the lowest, the highest and the last one stay: the
  /// picture is the same as with all of them (Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation",
  /// 2014). Cost: O(points).
  ///
  /// - Parameters:
  ///   - columns: How many columns the picture has.
  ///   - xAxis: Tells the column of a point.
  ///   - yAxis: Tells which points can be shown at all.
  func pieces(columns: Int, _ xAxis: Axis, _ yAxis: Axis) -> [[(x: Double, y: Double)]] {
    var pieces: [[(x: Double, y: Double)]] = []
    var bucket: Bucket?
    func close() {
      if let full = bucket { pieces[pieces.count - 1] += full.points }
      bucket = nil
    }
    var isInGap = true
    for index in x.indices {
      let (x, y) = (x[index], y[index])
      guard let share = xAxis.share(x), Axis.hasPlace(y, on: yAxis.scale) else {
        close()
        isInGap = true
        continue
      }
      if isInGap { pieces.append([]) }
      isInGap = false
      let column = Int(share * Double(columns))
      if bucket?.column == column {
        bucket?.add((x, y))
      } else {
        close()
        bucket = Bucket(column, (x, y))
      }
    }
    close()
    return pieces
  }

  /// The points that fall in one column.
  private struct Bucket {
    let column: Int
    private let first: (x: Double, y: Double)
    private var lowest: (x: Double, y: Double)
    private var highest: (x: Double, y: Double)
    private var last: (x: Double, y: Double)
    private var count = 1
    private var lowestIsFirst = true

    init(_ column: Int, _ point: (x: Double, y: Double)) {
      self.column = column
      (first, lowest, highest, last) = (point, point, point, point)
    }

    mutating func add(_ point: (x: Double, y: Double)) {
      if point.y < lowest.y { (lowest, lowestIsFirst) = (point, false) }
      if point.y > highest.y { (highest, lowestIsFirst) = (point, true) }
      last = point
      count += 1
    }

    /// Up to four points, in the order in which they came.
    var points: [(x: Double, y: Double)] {
      var points = [first]
      for point in lowestIsFirst ? [lowest, highest, last] : [highest, lowest, last] where point != points.last ?? point
      {
        points.append(point)
      }
      return points
    }
  }
}
