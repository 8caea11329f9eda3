import Displays

extension LineChart {
  /// The lines in Braille's dots if there is one of them, else each in its own glyph; and the sentences below.
  public func text(width: Int) -> String {
    let axes = axes
    var plot = TextPlot(x: axes.x, y: axes.y, width: width)
    for (index, series) in series.enumerated() {
      for piece in series.pieces(columns: plot.dotColumns, axes.x, axes.y) {
        if self.series.count == 1 {
          for (start, end) in zip(piece, piece.dropFirst()) { plot.line(from: start, to: end) }
          if piece.count == 1 { plot.dot(piece[0].x, piece[0].y) }
        } else {
          for point in piece { plot.glyph(SeriesStyle(index).glyph, point.x, point.y) }
        }
      }
    }
    let heading = [title, yName].filter { !$0.isEmpty }.map { Lettering.name($0, length: width) }
    let names = series.enumerated().map { "\(SeriesStyle($0).glyph) \(Lettering.name($1.name))" }
    let legend = series.count > 1 ? [names.joined(separator: "   ")] : []
    let axis = xName.isEmpty ? [] : [Lettering.name(xName, length: width)]
    return (heading + legend + plot.lines + axis + [summary]).flatMap { $0.wrapped(width) }.joined(separator: "\n")
  }

  public var words: String {
    let name = title.isEmpty ? "Line chart." : "Line chart: \(Lettering.name(title, length: 64))."
    return "\(name) \(summary)"
  }

  /// A sentence for each of the first lines: where it begins and ends, and its extremes.
  private var summary: String {
    guard !series.isEmpty else { return "There is nothing to show." }
    let most = 8
    var sentences = series.prefix(most).map(sentence)
    if series.count > most { sentences.append("\(series.count - most) more lines.") }
    if let note { sentences.append(note + ".") }
    return sentences.joined(separator: " ")
  }

  private func sentence(_ series: Series) -> String {
    let points = zip(series.x, series.y).filter { $0.isFinite && Axis.hasPlace($1, on: scale) }
    let name = series.name.isEmpty ? "" : "\(Lettering.name(series.name)): "
    guard let first = points.first, let last = points.last, let lowest = points.min(by: { $0.1 < $1.1 }),
      let highest = points.max(by: { $0.1 < $1.1 })
    else { return "\(name)no numbers to show." }
    if points.count == 1 { return "\(name)\(first.1.brief) at \(first.0.brief)." }
    return "\(name)\(points.count) points, from \(first.1.brief) to \(last.1.brief); "
      + "lowest \(lowest.1.brief) at \(lowest.0.brief), highest \(highest.1.brief) at \(highest.0.brief)."
  }
}
