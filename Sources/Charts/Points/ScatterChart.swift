import Displays

/// Points with two coordinates, with names beside them: word vectors, sentences, examples.
///
///     ScatterChart([[0.1, 0.9], [0.2, 0.8], [0.9, 0.1]], labels: ["cat", "dog", "seven"])
///
/// Names that would lie on each other are moved, or left out if there is no room; the text form has them all. Points of different
/// groups differ in colour and shape.
public struct ScatterChart: Chart {
  /// The first coordinate of each point.
  public let x: [Double]
  /// The second coordinate of each point.
  public let y: [Double]
  /// A name for each point, or none at all.
  public let labels: [String]
  /// The group of each point, or none at all.
  public let groups: [String]
  /// What the chart is called.
  public let title: String
  private let names: (x: String, y: String)

  /// Makes a chart of points. Stops with a message if the counts do not agree.
  ///
  ///     ScatterChart(x: [1, 2, 3], y: [2, 4, 9], groups: ["train", "train", "test"])
  public init(
    x: [Double], y: [Double], labels: [String] = [], groups: [String] = [], title: String = "", xName: String = "",
    yName: String = ""
  ) {
    checkCounts("ScatterChart", "x", x.count, "y", y.count)
    if !labels.isEmpty { checkCounts("ScatterChart", "labels", labels.count, "points", x.count) }
    if !groups.isEmpty { checkCounts("ScatterChart", "groups", groups.count, "points", x.count) }
    (self.x, self.y, self.labels, self.groups, self.title) = (x, y, labels, groups, title)
    names = (xName, yName)
  }

  /// Makes a chart of points that are rows of at least two numbers, of which the first two are shown.
  public init(_ points: [[Double]], labels: [String] = [], groups: [String] = [], title: String = "") {
    for (index, point) in points.enumerated() where point.count < 2 {
      stop(.coordinates(chart: "ScatterChart", point: index, count: point.count))
    }
    self.init(x: points.map { $0[0] }, y: points.map { $0[1] }, labels: labels, groups: groups, title: title)
  }

  /// The different groups, in the order in which they come.
  var groupNames: [String] {
    var seen: Set<String> = []
    return groups.filter { seen.insert($0).inserted }
  }

  /// The points that can be shown.
  var visible: [Int] { x.indices.filter { x[$0].isFinite && y[$0].isFinite } }

  var axes: (x: Axis, y: Axis) {
    let visible = visible
    return (Axis(covering: visible.lazy.map { x[$0] }, marks: 7), Axis(covering: visible.lazy.map { y[$0] }))
  }

  /// The number of the group of each point.
  var groupNumbers: [Int] {
    let numbers = Dictionary(uniqueKeysWithValues: groupNames.enumerated().map { ($1, $0) })
    return x.indices.map { groups.isEmpty ? 0 : numbers[groups[$0]] ?? 0 }
  }

  /// Says how many points cannot be shown.
  var note: String? {
    let hidden = x.count - visible.count
    return hidden == 0 ? nil : "\(hidden) of \(x.count) points cannot be shown: not finite"
  }

  public var svg: String {
    let legend = groupNames.enumerated().map { LegendEntry(name: $1, style: SeriesStyle($0), sample: .marker) }
    let frame = PlotFrame(
      title: title, x: axes.x, y: axes.y, xName: names.x, yName: names.y, legend: legend, note: note)
    var labelling = PointLabels(frame)
    var shapes = Array(repeating: "", count: max(legend.count, 1))
    var taken: Set<[Int]> = []
    let numbers = groupNumbers
    for index in visible {
      guard let point = frame.point(x[index], y[index]) else { continue }
      // Points of one group on the same spot are one point to the eye.
      guard taken.insert([Int(point.x), Int(point.y), numbers[index]]).inserted else { continue }
      shapes[numbers[index]] += SeriesStyle(numbers[index]).marker.path(point.x, point.y)
      labelling.reserve(point)
    }
    if !labels.isEmpty {
      for index in visible {
        if let point = frame.point(x[index], y[index]) { labelling.add(labels[index], at: point) }
      }
    }
    let points = shapes.enumerated().filter { !$1.isEmpty }.map {
      "<path d=\"\($1)\" fill=\"\(SeriesStyle($0).color)\" fill-opacity=\"0.85\"/>"
    }
    return frame.svg(words: words, points.joined() + labelling.svg)
  }
}
