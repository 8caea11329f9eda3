extension ComputationGraph {
  /// A value or an operation in a graph.
  public struct Node: Sendable, Equatable, Identifiable {
    /// The part that a node has in the computation.
    public enum Kind: String, Sendable, CaseIterable {
      /// A number or tensor that may be changed, and for which a gradient is wanted.
      case parameter
      /// A number or tensor that stays as it is.
      case constant
      /// Something computed on the way.
      case operation
      /// What the computation is for, such as a loss.
      case result
    }

    /// The place of the node among the nodes of its graph.
    public let id: Int
    /// The name of the operation, or of the input.
    public let title: String
    /// What the program calls the result of the operation.
    public let label: String?
    /// The part that the node has in the computation.
    public let kind: Kind
    /// Further lines, such as a shape, a value, a gradient.
    public let details: [String]
    /// The nodes that it is computed from, in the order in which the operation takes them.
    public let inputs: [ID]

    /// What to call the node in a sentence: its label, or else its title.
    var name: String { label ?? title }
  }
}
