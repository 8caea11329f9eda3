/// The lines, arrow heads and labels of the edges, in SVG.
struct EdgePaths {
  private(set) var lines = ""
  private(set) var arrows = ""
  /// How often an input is used, where that is more than once.
  private(set) var labels: [(x: Double, y: Double, text: String)] = []

  private static let arrow = (length: 7.0, halfWidth: 3.5)
  private static let gapBetweenArrows = 18.0

  init(_ layout: GraphLayout, _ direction: ComputationGraph.Direction) {
    let arrivals = EdgePaths.arrivals(layout)
    for (index, route) in layout.graph.routes.enumerated() {
      guard let start = route.path.first, let end = route.path.last else { continue }
      var path = Path(direction)
      path.move(layout.layers[layout.graph.layer[start]].upperBound, layout.center[start])
      for bend in route.path.dropFirst().dropLast() {
        let layer = layout.layers[layout.graph.layer[bend]]
        path.curve(layer.lowerBound, layout.center[bend])
        path.line(layer.upperBound, layout.center[bend])
      }
      let (tip, place) = (layout.layers[layout.graph.layer[end]].lowerBound, arrivals[index])
      path.curve(tip - EdgePaths.arrow.length, place)
      lines += "<path d=\"\(path.text)\"/>"

      var head = Path(direction)
      head.move(tip, place)
      head.line(tip - EdgePaths.arrow.length, place - EdgePaths.arrow.halfWidth)
      head.line(tip - EdgePaths.arrow.length, place + EdgePaths.arrow.halfWidth)
      arrows += "<path d=\"\(head.text)Z\"/>"

      if route.uses > 1 {
        let point = direction.point(depth: tip - EdgePaths.arrow.length, breadth: place)
        let text = route.uses == 2 ? "twice" : "\(route.uses) times"
        // Beside the line, on the side that it does not come from.
        let comesFromAbove = layout.center[route.path.dropLast().last ?? start] < place
        let beside = (x: point.x, y: point.y + (comesFromAbove ? 12 : -5), text: text)
        labels.append(direction == .leftToRight ? beside : (point.x + 6, point.y, text))
      }
    }
  }

  /// Where each edge arrives across the flow: side by side on the box of its user, in the order in which they come.
  private static func arrivals(_ layout: GraphLayout) -> [Double] {
    let routes = layout.graph.routes
    var arrivals = Array(repeating: 0.0, count: routes.count)
    for (user, members) in Dictionary(grouping: routes.indices, by: { routes[$0].path.last ?? 0 }) {
      let sorted = members.sorted { left, right in
        let origin = { (route: Int) in layout.center[routes[route].path.dropLast().last ?? 0] }
        return (origin(left), left) < (origin(right), right)
      }
      let gap = min(gapBetweenArrows, layout.breadth[user] / Double(sorted.count + 1))
      for (place, route) in sorted.enumerated() {
        arrivals[route] = layout.center[user] + (Double(place) - Double(sorted.count - 1) / 2) * gap
      }
    }
    return arrivals
  }

  /// The text of a path that flows in a direction.
  private struct Path {
    let direction: ComputationGraph.Direction
    var text = ""
    private var end = (depth: 0.0, breadth: 0.0)

    init(_ direction: ComputationGraph.Direction) { self.direction = direction }

    mutating func move(_ depth: Double, _ breadth: Double) { add("M", depth, breadth) }

    mutating func line(_ depth: Double, _ breadth: Double) { add("L", depth, breadth) }

    /// A curve that leaves and arrives in the direction of the flow.
    mutating func curve(_ depth: Double, _ breadth: Double) {
      let middle = (end.depth + depth) / 2
      text += "C\(pair(middle, end.breadth)) \(pair(middle, breadth)) "
      add("", depth, breadth)
    }

    private mutating func add(_ command: String, _ depth: Double, _ breadth: Double) {
      text += command + pair(depth, breadth)
      end = (depth, breadth)
    }

    private func pair(_ depth: Double, _ breadth: Double) -> String {
      let point = direction.point(depth: depth, breadth: breadth)
      return "\(point.x.short) \(point.y.short)"
    }
  }
}
