extension ComputationGraph.Direction {
  /// The point on the page for a place along the flow and across it.
  func point(depth: Double, breadth: Double) -> (x: Double, y: Double) {
    self == .leftToRight ? (depth, breadth) : (breadth, depth)
  }
}

extension Double {
  /// The number with at most one decimal, as coordinates in a drawing need no more.
  var short: String {
    let tenths = Int((self * 10).rounded())
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
