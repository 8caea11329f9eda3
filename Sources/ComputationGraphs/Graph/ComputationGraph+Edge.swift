extension ComputationGraph {
  /// The use of one node as an input of another.
  public struct Edge: Sendable, Hashable {
    /// The node that is used.
    public let from: Node.ID
    /// The node that uses it.
    public let to: Node.ID
    /// Which input it is: 0 for the first, as `a` in `a - b`.
    public let position: Int
  }
}
