extension ComputationGraph {
  /// The graph as a drawing in SVG, in the colours of the notebook.
  ///
  /// Parameters are blue with corners, constants grey and dashed, operations orange and round, results green with a thick
  /// border. The same graph always gives the same drawing. Of a larger graph, the nodes nearest to the results are drawn,
  /// and the drawing says how many are left out.
  ///
  ///     graph.svg(direction: .topToBottom, limit: 40)
  ///
  /// - Parameters:
  ///   - direction: Where it begins and ends; without it, from left to right if that fits on a page.
  ///   - limit: The largest number of nodes that are drawn.
  public func svg(direction: Direction? = nil, limit: Int = 100) -> String {
    GraphDrawing(self, direction: direction, limit: limit).svg
  }
}
