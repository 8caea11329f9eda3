/// How a result is computed: values and operations, each with what it was computed from.
///
///     var graph = ComputationGraph()
///     let weight = graph.add("w", kind: .parameter, details: ["[2, 3] Float"])
///     let input = graph.add("x", kind: .constant, details: ["[3] Float"])
///     graph.add("matmul", label: "y", kind: .result, details: ["[2] Float"], inputs: [weight, input])
///     graph.edges.count     // 2
///     display(graph)
///
/// A node is added after its inputs, and therefore there are no cycles. Adding costs O(inputs).
public struct ComputationGraph: Sendable, Equatable {
  /// The nodes, each behind its inputs; the place of a node is its ``Node/id``.
  public private(set) var nodes: [Node] = []

  /// Makes a graph without nodes.
  public init() {}

  /// Adds a node and returns its number, by which later nodes name it as their input.
  ///
  /// Stops with a message if one of the inputs is not in the graph yet.
  ///
  /// - Parameters:
  ///   - title: What the node is: the name of an operation such as `matmul`, or of an input such as `w`.
  ///   - label: What the program calls the result of an operation, if it has a name.
  ///   - kind: The part that the node has in the computation.
  ///   - details: What else there is to say, one line each, such as `[12, 64] Float`.
  ///   - inputs: The numbers of the nodes that it is computed from, in the order in which the operation takes them.
  @discardableResult
  public mutating func add(
    _ title: String, label: String? = nil, kind: Node.Kind, details: [String] = [], inputs: [Node.ID] = []
  ) -> Node.ID {
    let id = nodes.count
    for input in inputs where !(0..<id).contains(input) { stop(.unknownInput(input, of: title, nodes: id)) }
    nodes.append(Node(id: id, title: title, label: label, kind: kind, details: details, inputs: inputs))
    return id
  }

  /// One edge for each input of each node, in the order of the nodes and their inputs. Cost: O(edges).
  public var edges: [Edge] {
    nodes.flatMap { node in
      node.inputs.enumerated().map { Edge(from: $1, to: node.id, position: $0) }
    }
  }

  /// The nodes from which nothing else is computed. Cost: O(nodes + edges).
  public var results: [Node] {
    var isUsed = Array(repeating: false, count: nodes.count)
    for node in nodes {
      for input in node.inputs { isUsed[input] = true }
    }
    return nodes.filter { !isUsed[$0.id] }
  }
}
