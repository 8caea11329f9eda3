import Displays

extension ComputationGraph {
  /// The graph as a tree in text, from the results back to the inputs.
  ///
  ///     print(graph.text())
  ///     // y (matmul)  [2] Float
  ///     // ├─ w        [2, 3] Float
  ///     // └─ x        [3] Float
  ///
  /// A node that is used in several places is shown at the first one. The others name it and say `see above`; if another
  /// node has the same name, both get their number. Of a larger graph, the nodes nearest to the results are shown, and the
  /// last line says how many are left out.
  ///
  /// - Parameters:
  ///   - limit: The largest number of nodes that are shown.
  ///   - depth: The largest number of steps back from a result.
  public func text(limit: Int = 60, depth: Int = 16) -> String {
    guard !nodes.isEmpty else { return "an empty graph" }
    return TextTree(GraphExcerpt(self, limit: limit), depth: depth).text
  }
}
