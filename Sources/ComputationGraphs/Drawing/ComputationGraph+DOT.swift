extension ComputationGraph {
  /// The whole graph in the language of [Graphviz](https://graphviz.org/doc/info/lang.html), for other programs that draw
  /// graphs. The edges to a node stand in the order of its inputs.
  ///
  ///     graph.dot     // digraph { … n0 -> n2; n1 -> n2; }
  public var dot: String {
    var lines = ["digraph {", "  rankdir=LR; ordering=in;", "  node [shape=box, fontname=\"sans-serif\"];"]
    for node in nodes {
      let heading = [node.label, node.title].compactMap(\.self).joined(separator: "  ")
      let text = ([heading] + node.details).map(ComputationGraph.escaped).joined(separator: "\\n")
      lines.append("  n\(node.id) [label=\"\(text)\"\(ComputationGraph.look(node.kind))];")
    }
    for edge in edges { lines.append("  n\(edge.from) -> n\(edge.to);") }
    return (lines + ["}"]).joined(separator: "\n")
  }

  private static func look(_ kind: Node.Kind) -> String {
    switch kind {
    case .parameter: ""
    case .constant: ", style=dashed"
    case .operation: ", style=rounded"
    case .result: ", style=\"rounded,bold\""
    }
  }

  /// In Graphviz a backslash begins a command even in quotes.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").label(length: .max)
  }
}
