import Displays

extension ComputationGraph {
  /// The graph in sentences, for those who do not see the drawing.
  func words(_ title: String = "Computation graph") -> String {
    guard !nodes.isEmpty else { return "An empty graph." }
    let mostSentences = 12
    let computed = nodes.lazy.filter { !$0.inputs.isEmpty }
    var sentences = ["\(title) with \(nodes.count) \(nodes.count == 1 ? "node" : "nodes")."]
    let shown = computed.suffix(mostSentences)
    let hidden = computed.count - shown.count
    if hidden > 0 { sentences.append("The last \(mostSentences) of \(hidden + mostSentences) steps:") }
    for node in shown {
      let inputs = node.inputs.prefix(4).map { name(nodes[$0].name) }
      let more = node.inputs.count - inputs.count
      let list = inputs.joined(separator: " and ") + (more > 0 ? " and \(more) more" : "")
      let title = name(node.title)
      sentences.append("\(node.label.map { "\(name($0)) is " } ?? "")\(title) of \(list).")
    }
    return sentences.joined(separator: " ")
  }

  private func name(_ text: String) -> String { text.label(length: 28) }
}

extension GraphExcerpt {
  /// Says how many nodes are left out.
  var hiddenNote: String { "… \(hidden) more \(hidden == 1 ? "node" : "nodes")" }
}
