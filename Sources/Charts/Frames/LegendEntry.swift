/// What a name in the legend belongs to.
struct LegendEntry: Equatable {
  enum Sample: Equatable { case line, marker }

  let name: String
  let style: SeriesStyle
  let sample: Sample
}

/// The names of the series, in lines below the title.
struct Legend {
  private let lines: [[(entry: LegendEntry, x: Double)]]
  private static let lineHeight = 18.0
  private static let sampleWidth = 28.0
  private static let gap = 18.0
  private static let mostEntries = 24

  init(_ entries: [LegendEntry], width: Double) {
    var lines: [[(entry: LegendEntry, x: Double)]] = []
    var x = Double.infinity
    for entry in entries.prefix(Legend.mostEntries) {
      let room = Legend.sampleWidth + Lettering.width(Lettering.name(entry.name))
      if x + room > width {
        lines.append([])
        x = 0
      }
      lines[lines.count - 1].append((entry, x))
      x += room + Legend.gap
    }
    self.lines = lines
  }

  var height: Double { Double(lines.count) * Legend.lineHeight }

  func svg(x: Double, y: Double) -> String {
    lines.enumerated().map { number, line in
      let middle = y + (Double(number) + 0.5) * Legend.lineHeight
      return line.map { entry, offset in
        let sample =
          switch entry.sample {
          case .line:
            "<path d=\"M\((x + offset).short) \(middle.short)h22\" fill=\"none\" stroke-width=\"2\" "
              + "\(entry.style.stroke)/>"
          case .marker:
            "<path d=\"\(entry.style.marker.path(x + offset + 11, middle))\" fill=\"\(entry.style.color)\"/>"
          }
        return sample
          + Lettering.text(Lettering.name(entry.name), x: x + offset + Legend.sampleWidth, y: middle + 4)
      }.joined()
    }.joined()
  }
}
