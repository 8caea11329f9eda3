import Displays

extension ProbabilityTree {
  private static let rowHeight = 30.0
  private static let margin = 16.0
  private static let gap = 56.0

  /// Where each layer begins, and how wide it is.
  private var layers: [(left: Double, width: Double)] {
    var layers: [(left: Double, width: Double)] = []
    var left = ProbabilityTree.margin
    for depth in 0...(nodes.map(\.depth).max() ?? 0) {
      let widest = nodes.filter { $0.depth == depth }.map { Lettering.width(heading($0)) }.max() ?? 0
      layers.append((left, widest * 1.06 + 16))
      left += widest * 1.06 + 16 + ProbabilityTree.gap
    }
    return layers
  }

  private func heading(_ node: Node) -> String {
    node.parent == nil ? node.name : "\(node.name) \(node.probability.brief)"
  }

  /// What stands behind the end of a path.
  private func ending(_ node: Node) -> String { (node.isBest ? "★ " : "") + node.path.brief }

  public var svg: String {
    let layers = layers
    let top = ProbabilityTree.margin + (title.isEmpty ? 0 : 26)
    func middle(_ node: Node) -> Double { top + (node.place + 0.5) * ProbabilityTree.rowHeight }
    var (lines, boxes, words) = ("", "", "")
    for node in nodes {
      let layer = layers[node.depth]
      let y = middle(node)
      if let parent = node.parent.map({ nodes[$0] }) {
        let (start, from) = (layers[parent.depth].left + layers[parent.depth].width, middle(parent))
        let half = (start + layer.left) / 2
        let width = 1 + 5 * node.probability
        lines +=
          "<path d=\"M\(start.short) \(from.short)C\(half.short) \(from.short) \(half.short) \(y.short) "
          + "\(layer.left.short) \(y.short)\" stroke-width=\"\(width.short)\"\(node.isBest ? " " + bestStroke : "")/>"
      }
      boxes +=
        "<rect x=\"\(layer.left.short)\" y=\"\((y - 11).short)\" width=\"\(layer.width.short)\" height=\"22\" rx=\"5\""
        + (node.isBest ? " stroke-width=\"2\" \(bestStroke)/>" : "/>")
      words += Lettering.text(
        heading(node), x: layer.left + layer.width / 2, y: y + 4,
        "text-anchor=\"middle\"" + (node.isBest ? " font-weight=\"600\"" : ""))
      if node.children.isEmpty, node.parent != nil {
        words += Lettering.text(
          ending(node), x: layer.left + layer.width + 8, y: y + 4, node.isBest ? "font-weight=\"600\"" : "")
      }
    }
    let ends = nodes.filter(\.children.isEmpty)
    let right = ends.map { layers[$0.depth].left + layers[$0.depth].width + 8 + Lettering.width(ending($0)) }.max() ?? 0
    let bottom = top + (ends.map(\.place).max() ?? 0) * ProbabilityTree.rowHeight + ProbabilityTree.rowHeight
    let name = Lettering.name(title, columns: 64)
    if !title.isEmpty {
      words += Lettering.text(
        name, x: ProbabilityTree.margin, y: ProbabilityTree.margin + 10, "font-size=\"14\" font-weight=\"600\"")
    }
    if let hiddenNote { words += Lettering.text(hiddenNote, x: ProbabilityTree.margin, y: bottom + 14) }
    let drawing = Drawing(
      title: title.isEmpty ? "Tree of probabilities" : title, words: self.words,
      width: max(right, title.isEmpty ? 0 : Lettering.width(name, size: 14)) + ProbabilityTree.margin,
      height: bottom + ProbabilityTree.margin + (hiddenNote == nil ? 0 : 12))
    return drawing.svg(
      """
      <g fill="none" \(Paint.line.stroke)>\(lines)</g><g \(Paint.ground.fill)><g \(Paint.line.stroke)>\(boxes)</g></g>\
      <g \(Paint.text.fill) font-size="12">\(words)</g>
      """)
  }

  /// The colour of the likeliest path.
  private var bestStroke: String { "stroke=\"\(SeriesStyle.colors[0])\" style=\"stroke:\(SeriesStyle.colors[0])\"" }

  /// The tree with its root on the left, the probability behind each token.
  public func text(width: Int) -> String {
    var lines = title.isEmpty ? [] : [Lettering.name(title, columns: width)]
    lines.append(nodes[0].name)
    var pending = nodes[0].children.reversed().map { (node: $0, indent: "") }
    while let (index, indent) = pending.popLast() {
      let node = nodes[index]
      let isLast = node.parent.map { nodes[$0].children.last == index } ?? true
      let end = node.children.isEmpty ? "   path \(ending(node))" : ""
      lines.append("\(indent)\(isLast ? "└─ " : "├─ ")\(heading(node))\(end)")
      pending += node.children.reversed().map { (node: $0, indent: indent + (isLast ? "   " : "│  ")) }
    }
    if let hiddenNote { lines.append(hiddenNote) }
    return (lines + bestSentence.wrapped(width)).joined(separator: "\n")
  }

  public var words: String {
    let name =
      title.isEmpty ? "Tree of probabilities." : "Tree of probabilities: \(Lettering.name(title, columns: 64))."
    let ends = nodes.count { $0.children.isEmpty && $0.parent != nil }
    return "\(name) It begins with \(Lettering.quoted(root.visibleToken)) and has \(ends) paths. \(bestSentence)"
  }

  private var bestSentence: String {
    let path = bestPath
    guard let end = path.last, path.count > 1 else { return "Nothing follows." }
    let names = path.map { nodes[$0].name }.joined(separator: " ")
    return "The likeliest path: \(names), with probability \(nodes[end].path.brief)."
  }
}
