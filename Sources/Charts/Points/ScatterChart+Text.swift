import Displays

extension ScatterChart {
  /// The points as glyphs, with the names for which there is room, and all names with their numbers in the sentences below.
  public func text(width: Int) -> String {
    let (axes, numbers) = (axes, groupNumbers)
    var plot = TextPlot(x: axes.x, y: axes.y, width: width, rows: 16)
    for index in visible { plot.glyph(SeriesStyle(numbers[index]).glyph, x[index], y[index]) }
    if !labels.isEmpty {
      for index in visible { plot.label(Lettering.name(labels[index]), x[index], y[index]) }
    }
    let heading = title.isEmpty ? [] : [Lettering.name(title, columns: width)]
    let legend = groupNames.enumerated().map { "\(SeriesStyle($0).glyph) \(Lettering.name($1))" }
    let legendLine = legend.isEmpty ? [] : [legend.joined(separator: "   ")]
    return (heading + legendLine + plot.lines + [summary]).flatMap { $0.wrapped(width) }.joined(separator: "\n")
  }

  public var words: String {
    let name = title.isEmpty ? "Scatter chart." : "Scatter chart: \(Lettering.name(title, columns: 64))."
    return "\(name) \(summary)"
  }

  private var summary: String {
    let shown = visible
    guard !shown.isEmpty else { return "There is nothing to show." + (note.map { " \($0)." } ?? "") }
    func extent(_ numbers: [Double]) -> String {
      let chosen = shown.map { numbers[$0] }
      return "\((chosen.min() ?? 0).brief) to \((chosen.max() ?? 0).brief)"
    }
    var sentences = ["\(shown.count) points, from left to right \(extent(x)), from bottom to top \(extent(y))."]
    if !labels.isEmpty {
      let most = 40
      let places = shown.prefix(most).map { "\(Lettering.name(labels[$0])) (\(x[$0].brief), \(y[$0].brief))" }
      let more = shown.count > most ? ", and \(shown.count - most) more" : ""
      sentences.append(places.joined(separator: ", ") + more + ".")
    }
    if let note { sentences.append(note + ".") }
    return sentences.joined(separator: " ")
  }
}
