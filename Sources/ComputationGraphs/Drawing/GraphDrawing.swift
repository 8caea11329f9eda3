import Displays

/// The SVG of an excerpt.
///
/// The colours are those of the notebook's theme. Where there is no such theme, in a file or in a picture, the cards
/// bring a light ground of their own, and what stands between them is grey, so that both can be read on any page.
struct GraphDrawing {
  let excerpt: GraphExcerpt
  let cards: [NodeCard]
  let layout: GraphLayout
  let direction: ComputationGraph.Direction
  private let title: String
  private let words: String

  private static let margin = 8.0
  private static let captionHeight = 24.0
  /// The width that fits on most pages.
  private static let usualWidth = 960.0

  init(
    _ graph: ComputationGraph, direction: ComputationGraph.Direction?, limit: Int, title: String = "Computation graph"
  ) {
    let excerpt = GraphExcerpt(graph, limit: limit)
    let cards = excerpt.entries.map(NodeCard.init)
    func layout(_ direction: ComputationGraph.Direction) -> GraphLayout {
      GraphLayout(
        excerpt,
        sizes: cards.map { card in
          direction == .leftToRight
            ? GraphLayout.Size(depth: card.width, breadth: card.height)
            : GraphLayout.Size(depth: card.height, breadth: card.width)
        })
    }
    let across = direction == .topToBottom ? nil : layout(.leftToRight)
    let down = direction == .leftToRight ? nil : layout(.topToBottom)
    self.excerpt = excerpt
    self.cards = cards
    self.title = title
    words = graph.words(title)
    switch (across, down) {
    case (let across?, nil): (self.direction, self.layout) = (.leftToRight, across)
    case (nil, let down?): (self.direction, self.layout) = (.topToBottom, down)
    case (let across, let down):
      let (across, down) = (across ?? layout(.leftToRight), down ?? layout(.topToBottom))
      let fits = across.size.depth <= max(GraphDrawing.usualWidth, down.size.breadth)
      (self.direction, self.layout) = fits ? (.leftToRight, across) : (.topToBottom, down)
    }
  }

  var svg: String {
    let caption = caption
    let extent = layout.size
    let (width, height) =
      direction == .leftToRight ? (extent.depth, extent.breadth) : (extent.breadth, extent.depth)
    let whole = (
      width: max(width, Double(caption?.columns ?? 0) * 7) + 2 * GraphDrawing.margin,
      height: height + 2 * GraphDrawing.margin + (caption == nil ? 0 : GraphDrawing.captionHeight)
    )
    let drawing = Drawing(
      title: title, words: words, width: whole.width, height: whole.height, origin: -GraphDrawing.margin)
    var svg = edges + boxes + titles + details
    if let caption {
      svg += """
        <text x="0" y="\((height + GraphDrawing.captionHeight - 8).short)" font-size="\(NodeCard.detailSize.short)" \
        \(Paint.line.fill)>\(HTML.escaped(caption))</text>
        """
    }
    return drawing.svg(svg)
  }

  private var caption: String? {
    if excerpt.hidden > 0 { return excerpt.hiddenNote }
    return excerpt.entries.isEmpty ? "an empty graph" : nil
  }

  private var edges: String {
    let edges = EdgePaths(layout, direction)
    let paint = Paint.line
    var svg = "<g \(paint.stroke) stroke-width=\"1.5\" fill=\"none\">\(edges.lines)</g><g \(paint.fill)>\(edges.arrows)"
    for label in edges.labels {
      svg += """
        <text x="\(label.x.short)" y="\(label.y.short)" font-size="10" \
        text-anchor="\(direction == .leftToRight ? "end" : "start")">\(label.text)</text>
        """
    }
    return svg + "</g>"
  }

  /// The boxes, a group for each kind: the shape of the border tells the kinds apart where colours do not.
  private var boxes: String {
    ComputationGraph.Node.Kind.allCases.map { kind in
      let members = cards.indices.filter { excerpt.entries[$0].node.kind == kind }
      guard !members.isEmpty else { return "" }
      let look = BoxLook(kind)
      let shapes = members.map { index in
        let box = box(index)
        return """
          <rect x="\(box.x.short)" y="\(box.y.short)" width="\(box.width.short)" height="\(box.height.short)" \
          rx="\(look.radius.short)"/>
          """
      }.joined()
      return """
        <g \(Paint.ground.fill)>\(shapes)</g>\
        <g fill="\(look.color)" fill-opacity="0.12" stroke="\(look.color)" \(look.border)>\(shapes)</g>
        """
    }.joined()
  }

  private var titles: String {
    let lines = cards.indices.map { index in
      let (card, x, y) = (cards[index], middle(index).x, middle(index).y)
      let title = HTML.escaped(card.title)
      let heading =
        card.label.map {
          "\(HTML.escaped($0))<tspan dx=\"6\" font-weight=\"normal\">\(title)</tspan>"
        } ?? title
      return "<text x=\"\(x.short)\" y=\"\((y + card.baseline(0)).short)\">\(heading)</text>"
    }
    return """
      <g \(Paint.text.fill) font-size="\(NodeCard.titleSize.short)" font-weight="600" \
      text-anchor="middle">\(lines.joined())</g>
      """
  }

  private var details: String {
    let lines = cards.indices.flatMap { index in
      let card = cards[index]
      // The lines of a card begin under each other, and the longest of them stands in the middle.
      let width = Double(card.details.map(\.columns).max() ?? 0) * NodeCard.detailSize * 0.6
      let (x, y) = (middle(index).x - width / 2, middle(index).y)
      return card.details.enumerated().map { line, text in
        "<text x=\"\(x.short)\" y=\"\((y + card.baseline(line + 1)).short)\">\(HTML.escaped(text))</text>"
      }
    }
    // Spaces inside a line are kept: they put the numbers of a card under each other.
    let style = "font-family:var(--jp-code-font-family,monospace);white-space:pre"
    return """
      <g \(Paint.detail.fill(style)) font-size="\(NodeCard.detailSize.short)" \
      font-family="monospace">\(lines.joined())</g>
      """
  }

  private func middle(_ index: Int) -> (x: Double, y: Double) {
    let layer = layout.layers[layout.graph.layer[index]]
    return direction.point(depth: (layer.lowerBound + layer.upperBound) / 2, breadth: layout.center[index])
  }

  /// A box fills its layer along the flow, so that the boxes of a layer are of one size.
  private func box(_ index: Int) -> (x: Double, y: Double, width: Double, height: Double) {
    let layer = layout.layers[layout.graph.layer[index]]
    let depth = layer.upperBound - layer.lowerBound
    let size = direction.point(depth: depth, breadth: layout.breadth[index])
    return (middle(index).x - size.x / 2, middle(index).y - size.y / 2, size.x, size.y)
  }
}
