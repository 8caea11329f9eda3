extension ComputationGraph {
  /// Where a drawing of a graph begins and where it ends.
  public enum Direction: Sendable, CaseIterable {
    /// The inputs on the left, the result on the right.
    case leftToRight
    /// The inputs at the top, the result at the bottom.
    case topToBottom
  }
}
