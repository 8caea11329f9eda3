/// The part of a graph that is drawn: the results, and going back from them the nodes nearest to them.
struct GraphExcerpt {
  /// A node of the excerpt.
  struct Entry {
    let node: ComputationGraph.Node
    /// Its inputs within the excerpt: each one once, as the index of an entry, and how often it is used.
    let inputs: [(entry: Int, uses: Int)]
    /// How many other nodes it takes as inputs, which are not drawn.
    let hiddenInputs: Int
  }

  /// The drawn nodes, each behind its inputs.
  let entries: [Entry]
  /// The entries from which nothing else is computed.
  let results: [Int]
  /// The number of nodes that are not drawn.
  let hidden: Int

  /// A drawing with more edges than this for each node is black.
  private static let edgesPerNode = 3

  /// Chooses at most `limit` nodes, and three times as many edges, by a search in breadth from the results.
  ///
  /// Cost: O(nodes + edges).
  init(_ graph: ComputationGraph, limit: Int) {
    let results = graph.results.map(\.id).prefix(max(limit, 0))
    var isChosen = Array(repeating: false, count: graph.nodes.count)
    var queue = Array(results)
    for id in results { isChosen[id] = true }
    var edges = 0
    var kept: [[(id: Int, uses: Int)]] = []
    var hiddenInputs: [Int] = []
    while kept.count < queue.count {
      let inputs = GraphExcerpt.distinct(graph.nodes[queue[kept.count]].inputs)
      let drawn = inputs.filter { input in
        guard edges < limit * GraphExcerpt.edgesPerNode, isChosen[input.id] || queue.count < limit else { return false }
        edges += 1
        if !isChosen[input.id] { queue.append(input.id) }
        isChosen[input.id] = true
        return true
      }
      kept.append(drawn)
      hiddenInputs.append(inputs.count - drawn.count)
    }

    let order = queue.indices.sorted { queue[$0] < queue[$1] }
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { (queue[$1], $0) })
    entries = order.map { index in
      Entry(
        node: graph.nodes[queue[index]],
        inputs: kept[index].compactMap { input in places[input.id].map { ($0, input.uses) } },
        hiddenInputs: hiddenInputs[index])
    }
    self.results = results.compactMap { places[$0] }
    hidden = graph.nodes.count - queue.count
  }

  /// Each input once, in the order of the first use, with the number of uses.
  private static func distinct(_ inputs: [Int]) -> [(id: Int, uses: Int)] {
    var uses: [Int: Int] = [:]
    for input in inputs { uses[input, default: 0] += 1 }
    return inputs.compactMap { input in uses.removeValue(forKey: input).map { (input, $0) } }
  }
}
