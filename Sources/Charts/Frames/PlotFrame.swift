import Displays

/// A field with two axes, on which points and lines are drawn: title, legend, marks, grid.
struct PlotFrame {
  let title: String
  let x: Axis
  let y: Axis
  let xName: String
  let yName: String
  let legend: Legend
  /// What must be said below the picture, such as how much of it is left out.
  let note: String?

  private let area: (left: Double, right: Double, top: Double, bottom: Double)
  private let height: Double
  private static let width = 600.0
  private static let fieldHeight = 230.0
  private static let margin = 16.0

  init(
    title: String, x: Axis, y: Axis, xName: String, yName: String, legend: [LegendEntry] = [], note: String? = nil
  ) {
    (self.title, self.x, self.y, self.xName, self.yName, self.note) = (title, x, y, xName, yName, note)
    let marks = y.labels.map { Lettering.width($0) }.max() ?? 0
    let left = PlotFrame.margin + marks + 8
    // The last mark of the axis below stands half beyond the field.
    let right = PlotFrame.width - PlotFrame.margin - (x.labels.last.map { Lettering.width($0) / 2 } ?? 0)
    self.legend = Legend(legend, width: right - left)
    let heading = (title.isEmpty ? 0 : 24) + (legend.isEmpty ? 0 : self.legend.height + 8) + (yName.isEmpty ? 0 : 20)
    let top = PlotFrame.margin + heading
    area = (left, right, top, top + PlotFrame.fieldHeight)
    height = area.bottom + 24 + (xName.isEmpty ? 0 : 18) + (note == nil ? 0 : 20) + 4
  }

  /// How many points of the drawing lie side by side in the field.
  var pixels: Int { Int(area.right - area.left) }

  /// The place of a point in the drawing; `nil` if one of its numbers has no place on its axis.
  func point(_ xNumber: Double, _ yNumber: Double) -> (x: Double, y: Double)? {
    guard let xShare = x.share(xNumber), let yShare = y.share(yNumber) else { return nil }
    return (area.left + xShare * (area.right - area.left), area.bottom - yShare * (area.bottom - area.top))
  }

  /// Whether a rectangle lies inside the field.
  func contains(_ box: (x: ClosedRange<Double>, y: ClosedRange<Double>)) -> Bool {
    box.x.lowerBound >= area.left && box.x.upperBound <= PlotFrame.width && box.y.lowerBound >= area.top
      && box.y.upperBound <= area.bottom
  }

  /// The whole drawing around the shapes.
  func svg(words: String, _ shapes: String) -> String {
    let drawing = Drawing(title: title.isEmpty ? words : title, words: words, width: PlotFrame.width, height: height)
    return drawing.svg(heading + grid + shapes + marks + names)
  }

  private var heading: String {
    var y = PlotFrame.margin
    var svg = ""
    if !title.isEmpty {
      let text = Lettering.name(title, columns: 64)
      svg = Lettering.text(
        text, x: area.left, y: y + 10, "\(Paint.text.fill) font-size=\"14\" font-weight=\"600\"")
      y += 24
    }
    return svg + "<g \(Paint.text.fill) font-size=\"12\">\(legend.svg(x: area.left, y: y))</g>"
  }

  private var grid: String {
    let rows = y.ticks.compactMap { y.share($0) }.map { share in
      "M\(area.left.short) \((area.bottom - share * (area.bottom - area.top)).short)H\(area.right.short)"
    }
    let columns = x.ticks.compactMap { x.share($0) }.map { share in
      "M\((area.left + share * (area.right - area.left)).short) \(area.bottom.short)v4"
    }
    return """
      <path d="\(rows.joined())" \(Paint.line.stroke) stroke-width="1" stroke-opacity="0.3" fill="none"/>\
      <path d="M\(area.left.short) \(area.bottom.short)H\(area.right.short)\(columns.joined())" \
      \(Paint.line.stroke) stroke-width="1" fill="none"/>
      """
  }

  private var marks: String {
    let below = zip(x.ticks, x.labels).map { tick, label in
      Lettering.text(
        label, x: area.left + (x.share(tick) ?? 0) * (area.right - area.left), y: area.bottom + 18,
        "text-anchor=\"middle\"")
    }
    let beside = zip(y.ticks, y.labels).map { tick, label in
      Lettering.text(
        label, x: area.left - 8, y: area.bottom - (y.share(tick) ?? 0) * (area.bottom - area.top) + 4,
        "text-anchor=\"end\"")
    }
    return "<g \(Paint.detail.fill) font-size=\"12\">\((below + beside).joined())</g>"
  }

  private var names: String {
    var svg = ""
    if !yName.isEmpty {
      svg += Lettering.text(Lettering.name(yName, columns: 60), x: PlotFrame.margin, y: area.top - 12)
    }
    if !xName.isEmpty {
      let name = Lettering.name(xName, columns: 60)
      svg += Lettering.text(name, x: (area.left + area.right) / 2, y: area.bottom + 38, "text-anchor=\"middle\"")
    }
    if let note { svg += Lettering.text(note, x: PlotFrame.margin, y: height - 9, "font-style=\"italic\"") }
    return svg.isEmpty ? "" : "<g \(Paint.detail.fill) font-size=\"12\">\(svg)</g>"
  }
}
