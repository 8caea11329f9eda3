import Displays

extension DecisionBoundary {
  public var svg: String {
    let legend = names.enumerated().map { LegendEntry(name: $1, style: SeriesStyle($0), sample: .marker) }
    let frame = PlotFrame(title: title, x: x, y: y, xName: "", yName: "", legend: legend)
    guard let corner = frame.point(x.range.lowerBound, y.range.upperBound),
      let end = frame.point(x.range.upperBound, y.range.lowerBound)
    else { return frame.svg(words: words, "") }
    let size = (
      x: (end.x - corner.x) / Double(grid.count), y: (end.y - corner.y) / Double(grid.count)
    )
    var fields = Array(repeating: "", count: names.count)
    var border = ""
    for (number, row) in grid.reversed().enumerated() {
      let top = corner.y + Double(number) * size.y
      for run in runs(row) where run.kind >= 0 {
        let left = corner.x + Double(run.range.lowerBound) * size.x
        let width = Double(run.range.count) * size.x
        fields[run.kind] += "M\(left.short) \(top.short)h\(width.short)v\(size.y.short)h\((-width).short)Z"
        if run.range.lowerBound > 0 { border += "M\(left.short) \(top.short)v\(size.y.short)" }
      }
      guard number > 0 else { continue }
      let above = grid[grid.count - number]
      for run in runs(row.indices.map { row[$0] == above[$0] ? 0 : 1 }) where run.kind == 1 {
        let left = corner.x + Double(run.range.lowerBound) * size.x
        border += "M\(left.short) \(top.short)h\((Double(run.range.count) * size.x).short)"
      }
    }
    let ground = fields.enumerated().map { index, path in
      path.isEmpty ? "" : "<path d=\"\(path)\" fill=\"\(SeriesStyle(index).color)\" fill-opacity=\"0.28\"/>"
    }
    let line = "<path d=\"\(border)\" fill=\"none\" stroke-width=\"1.5\" \(Paint.text.stroke)/>"
    let crisp = "<g shape-rendering=\"crispEdges\">\(ground.joined())</g>"
    return frame.svg(words: words, crisp + (border.isEmpty ? "" : line) + dots(frame))
  }

  /// The points, with a rim of the page's colour so that they stand out from the ground of the same colour.
  private func dots(_ frame: PlotFrame) -> String {
    var paths = Array(repeating: "", count: names.count)
    for (point, number) in zip(points, classes) {
      if let place = frame.point(point[0], point[1]) {
        paths[number] += SeriesStyle(number).marker.path(place.x, place.y)
      }
    }
    return paths.enumerated().map { index, path in
      path.isEmpty ? "" : "<path d=\"\(path)\" fill=\"\(SeriesStyle(index).color)\" \(Paint.ground.stroke)/>"
    }.joined()
  }

  private func runs(_ row: [Int]) -> [(kind: Int, range: Range<Int>)] {
    var runs: [(kind: Int, range: Range<Int>)] = []
    for (index, kind) in row.enumerated() {
      if let last = runs.last, last.kind == kind {
        runs[runs.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        runs.append((kind, index..<index + 1))
      }
    }
    return runs
  }
}
