extension ComputationGraph.Direction {
  /// The point on the page for a place along the flow and across it.
  func point(depth: Double, breadth: Double) -> (x: Double, y: Double) {
    self == .leftToRight ? (depth, breadth) : (breadth, depth)
  }
}
