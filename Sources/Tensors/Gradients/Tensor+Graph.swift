import ComputationGraphs

extension Tensor {
  /// How this tensor was computed from parameters, as a drawing: what stands on the tape.
  ///
  ///     let w = Tensor([1, 2]).asParameter()
  ///     let loss = (w * w).sum()
  ///     loss.graph                 // a picture in a notebook, a tree in a terminal
  ///
  /// Constants are not on the tape and not in the picture. After ``backward(_:keepingGraph:)`` the gradients that were kept
  /// are shown too.
  ///
  /// - Parameter names: What to call some of the tensors, for instance parameters.
  public func graph(naming names: [(name: String, tensor: Tensor)] = []) -> ComputationGraph {
    var graph = ComputationGraph()
    guard let tapeEntry else {
      _ = graph.add("constant", kind: .constant, details: [heading])
      return graph
    }
    var titles: [ObjectIdentifier: String] = [:]
    for (name, tensor) in names {
      if let entry = tensor.tapeEntry { titles[ObjectIdentifier(entry)] = name }
    }
    var nodes: [ObjectIdentifier: ComputationGraph.Node.ID] = [:]
    for entry in TapeEntry.all(leadingTo: tapeEntry) {
      let inputs = entry.inputs.compactMap { $0.flatMap { nodes[ObjectIdentifier($0)] } }
      var details = ["\(entry.shape) \(entry.dtype)"]
      if let gradient = entry.gradient { details.append("gradient \(gradient.excerpt)") }
      nodes[ObjectIdentifier(entry)] = graph.add(
        entry.operation, label: titles[ObjectIdentifier(entry)],
        kind: entry.isParameter ? .parameter : entry === tapeEntry ? .result : .operation, details: details,
        inputs: inputs)
    }
    return graph
  }

  /// The drawing without names.
  public var graph: ComputationGraph { graph() }

  /// A few numbers in one line.
  fileprivate var excerpt: String {
    let shown = floats.prefix(3)
    let format = NumberFormat(for: shown.map(Double.init))
    return shown.map { format.text(Double($0)) }.joined(separator: "  ") + (count > shown.count ? "  …" : "")
  }
}
