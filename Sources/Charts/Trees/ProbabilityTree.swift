import Displays

/// What may come next, and what after that: a tree of tokens with their probabilities, such as beam search looks through.
///
///     ProbabilityTree("The", [
///       Branch("cat", 0.6, [Branch("sat", 0.5), Branch("ran", 0.2)]),
///       Branch("dog", 0.4, [Branch("ran", 0.9)]),
///     ])
///
/// A line is the thicker the more likely its token is, and the end of each path carries the product of its probabilities. The
/// likeliest path of all is marked with a star and bold letters.
public struct ProbabilityTree: Chart {
  /// What the tree begins with.
  public let root: String
  /// What may follow.
  public let branches: [Branch]
  /// What the tree is called.
  public let title: String
  let nodes: [Node]
  /// How many branches are not drawn.
  let hidden: Int

  /// A node of the drawn tree.
  struct Node {
    let name: String
    /// How likely the token is after those before it.
    let probability: Double
    /// The product of the probabilities from the root to here.
    let path: Double
    let depth: Int
    let parent: Int?
    var children: [Int] = []
    /// Whether the likeliest path goes through here.
    var isBest = false
    /// The place across the tree, counted in ends of paths from the top.
    var place = 0.0
  }

  private static let mostNodes = 120
  private static let mostDepth = 12

  /// Makes a tree.
  public init(_ root: String, _ branches: [Branch], title: String = "") {
    (self.root, self.branches, self.title) = (root, branches, title)
    var nodes = [Node(name: Lettering.name(root.visibleToken), probability: 1, path: 1, depth: 0, parent: nil)]
    var hidden = 0
    // Layer by layer, so that of a large tree the beginnings are drawn.
    var queue = branches.map { (branch: $0, parent: 0) }
    var next = 0
    while next < queue.count {
      let (branch, parent) = queue[next]
      next += 1
      guard nodes.count < ProbabilityTree.mostNodes, nodes[parent].depth < ProbabilityTree.mostDepth else {
        hidden += 1
        continue
      }
      let probability = branch.probability.isFinite ? min(max(branch.probability, 0), 1) : 0
      nodes[parent].children.append(nodes.count)
      nodes.append(
        Node(
          name: Lettering.name(branch.token.visibleToken), probability: probability,
          path: nodes[parent].path * probability, depth: nodes[parent].depth + 1, parent: parent))
      queue += branch.branches.map { (branch: $0, parent: nodes.count - 1) }
    }
    self.hidden = hidden
    self.nodes = ProbabilityTree.placed(nodes)
  }

  /// The nodes with their places, and with the likeliest path marked.
  private static func placed(_ nodes: [Node]) -> [Node] {
    var nodes = nodes
    var (pending, ends) = ([0], 0.0)
    while let node = pending.popLast() {
      if nodes[node].children.isEmpty {
        nodes[node].place = ends
        ends += 1
      }
      pending += nodes[node].children.reversed()
    }
    // A node stands behind its parent, so going backwards the places of children are known.
    for node in nodes.indices.reversed() {
      if let first = nodes[node].children.first, let last = nodes[node].children.last {
        nodes[node].place = (nodes[first].place + nodes[last].place) / 2
      }
    }
    let leaves = nodes.indices.filter { nodes[$0].children.isEmpty && nodes[$0].depth > 0 }
    var best = leaves.max { (nodes[$0].path, $1) < (nodes[$1].path, $0) }
    while let node = best {
      nodes[node].isBest = true
      best = nodes[node].parent
    }
    return nodes
  }

  /// The indices from the root to the end of the likeliest path.
  var bestPath: [Int] { nodes.indices.filter { nodes[$0].isBest } }

  /// Says how much is left out.
  var hiddenNote: String? { hidden == 0 ? nil : "… \(hidden) more \(hidden == 1 ? "branch" : "branches")" }
}
