import Displays

/// Lines through numbers: a loss over the steps of a training, a function over its arguments.
///
///     LineChart([4.17, 3.2, 2.6, 2.31, 2.25])
///     LineChart(["training": [4.1, 2.6, 2.2], "validation": [4.2, 2.9, 2.5]], title: "loss", x: "epoch")
///
/// Each line has its own colour and its own dashes. A number that is not finite leaves a gap, and the chart says so. Of a
/// million points those are drawn that can be seen.
public struct LineChart: Chart {
  /// The lines.
  public let series: [Series]
  /// What the chart is called.
  public let title: String
  /// What the numbers from left to right are.
  public let xName: String
  /// What the numbers from bottom to top are.
  public let yName: String
  /// How the numbers from bottom to top are spread.
  public let scale: ChartScale
  let axes: (x: Axis, y: Axis)
  /// How many numbers cannot be shown.
  private let hidden: Int

  /// Makes a chart of lines whose points have an x of their own.
  ///
  ///     LineChart([Series("validation", x: [0, 100, 200], y: [4.2, 2.9, 2.4])], scale: .logarithmic)
  public init(_ series: [Series], title: String = "", x: String = "", y: String = "", scale: ChartScale = .linear) {
    (self.series, self.title, xName, yName, self.scale) = (series, title, x, y, scale)
    var (xExtent, yExtent, isWhole, hidden) = (Extent(), Extent(), true, 0)
    for line in series {
      for index in line.x.indices {
        let (x, y) = (line.x[index], line.y[index])
        guard x.isFinite, Axis.hasPlace(y, on: scale) else {
          hidden += 1
          continue
        }
        xExtent.add(x)
        yExtent.add(y)
        if x != x.rounded() { isWhole = false }
      }
    }
    axes = (Axis(covering: xExtent, marks: 7, isWhole: isWhole), Axis(covering: yExtent, scale: scale))
    self.hidden = hidden
  }

  /// Makes a chart of one line through numbers that are counted from 0.
  public init(_ numbers: [Double], title: String = "", x: String = "", y: String = "", scale: ChartScale = .linear) {
    self.init([Series("", numbers)], title: title, x: x, y: y, scale: scale)
  }

  /// Makes a chart of named lines through numbers that are counted from 0.
  public init(
    _ series: KeyValuePairs<String, [Double]>, title: String = "", x: String = "", y: String = "",
    scale: ChartScale = .linear
  ) {
    self.init(series.map { Series($0, $1) }, title: title, x: x, y: y, scale: scale)
  }

  public var svg: String {
    let named = series.contains { !$0.name.isEmpty } && !(series.count == 1 && series[0].name == title)
    let legend = series.enumerated().map { LegendEntry(name: $1.name, style: SeriesStyle($0), sample: .line) }
    let frame = PlotFrame(
      title: title, x: axes.x, y: axes.y, xName: xName, yName: yName, legend: named ? legend : [], note: note)
    let lines = series.enumerated().map { index, series in
      path(series, SeriesStyle(index), frame)
    }
    return frame.svg(words: words, lines.joined())
  }

  /// The pieces of one line; a point between two gaps is a dot.
  private func path(_ series: Series, _ style: SeriesStyle, _ frame: PlotFrame) -> String {
    var (lines, dots) = ("", "")
    for piece in series.pieces(columns: frame.pixels, frame.x, frame.y) {
      let points = piece.compactMap { frame.point($0.x, $0.y) }
      if points.count == 1 {
        dots += style.marker.path(points[0].x, points[0].y)
      } else if let first = points.first {
        lines += "M\(first.x.short) \(first.y.short)L"
        lines += points.dropFirst().map { "\($0.x.short) \($0.y.short)" }.joined(separator: " ")
      }
    }
    let line = "<path d=\"\(lines)\" fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" \(style.stroke)/>"
    return (lines.isEmpty ? "" : line) + (dots.isEmpty ? "" : "<path d=\"\(dots)\" fill=\"\(style.color)\"/>")
  }

  /// Says how many numbers cannot be shown.
  var note: String? {
    let count = series.reduce(0) { $0 + $1.y.count }
    if count == 0 { return "There is nothing to show" }
    guard hidden > 0 else { return nil }
    let reason = scale == .linear ? "not finite" : "not finite or not above zero"
    return "\(hidden) of \(count) numbers cannot be shown: \(reason)"
  }
}
