import Displays

extension Diagram: Displayable, CustomStringConvertible {
  /// The drawing, from left to right if that fits on a page.
  public var svg: String { GraphDrawing(graph, direction: nil, limit: 100, title: "Diagram").svg }

  public var display: Display { Drawing.display(svg, words: graph.words("Diagram"), text: description) }

  /// The boxes in a line with arrows between them; of a diagram that branches, a line for each box with more than one way on.
  public var description: String {
    let graph = graph
    guard !graph.nodes.isEmpty else { return "an empty diagram" }
    var users = Array(repeating: [Int](), count: graph.nodes.count)
    for edge in graph.edges { users[edge.from].append(edge.to) }
    /// Whether a line of boxes begins here: nothing leads here, or several ways do, or one of several.
    func isStart(_ node: ComputationGraph.Node) -> Bool {
      node.inputs.count != 1 || users[node.inputs[0]].count > 1
    }
    return graph.nodes.filter(isStart).flatMap { start in
      let origin = start.inputs.map { graph.nodes[$0] }
      var line = [start]
      while let next = users[line[line.count - 1].id].first, users[line[line.count - 1].id].count == 1,
        !isStart(graph.nodes[next])
      { line.append(graph.nodes[next]) }
      let names = line.map { $0.title.label(length: 28) }.joined(separator: " → ")
      return origin.isEmpty ? [names] : origin.map { "\($0.title.label(length: 28)) → \(names)" }
    }.joined(separator: "\n")
  }
}
