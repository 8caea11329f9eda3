import Displays

extension LineChart {
  /// The lines in Braille's dots if there is one of them, else each in its own glyph; and the sentences below.
  public func text(width: Int) -> String {
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
    let heading = [title, yName].filter { !$0.isEmpty }.map { Lettering.name($0, columns: width) }
    let names = series.enumerated().map { "\(SeriesStyle($0).glyph) \(Lettering.name($1.name))" }
    let legend = series.count > 1 ? [names.joined(separator: "   ")] : []
    let axis = xName.isEmpty ? [] : [Lettering.name(xName, columns: width)]
    return (heading + legend + plot.lines + axis + sentences).flatMap { $0.wrapped(width) }.joined(separator: "\n")
  }

  public var words: String {
    let name = title.isEmpty ? "Line chart." : "Line chart: \(Lettering.name(title, columns: 64))."
    return "\(name) \(sentences.joined(separator: " "))"
  }

  /// A sentence for each of the first lines: where it begins and ends, and its extremes.
  private var sentences: [String] {
    let most = 8
    var sentences = series.prefix(most).filter { !$0.y.isEmpty }.map(sentence)
    if series.count > most { sentences.append("\(series.count - most) more lines.") }
    if let note { sentences.append(note + ".") }
    return sentences
  }

  private func sentence(_ series: Series) -> String {
    let name = series.name.isEmpty ? "" : "\(Lettering.name(series.name)): "
    let shown = series.x.indices.filter { series.x[$0].isFinite && Axis.hasPlace(series.y[$0], on: scale) }
    guard let first = shown.first, let last = shown.last else {
      return "\(name.isEmpty ? "N" : "\(name)n")o numbers to show."
    }
    var (lowest, highest) = (first, first)
    for index in shown {
      if series.y[index] < series.y[lowest] { lowest = index }
      if series.y[index] > series.y[highest] { highest = index }
    }
    func place(_ index: Int) -> String { "\(series.y[index].brief) at \(series.x[index].brief)" }
    if shown.count == 1 { return "\(name)\(place(first))." }
    return "\(name)\(shown.count) points, from \(series.y[first].brief) to \(series.y[last].brief); "
      + "lowest \(place(lowest)), highest \(place(highest))."
  }
}
