/// The order of the vertices in each layer, chosen so that few edges cross.
struct LayerOrder {
  /// The vertices of each layer in their order.
  private(set) var layers: [[Int]]
  private var position: [Int]
  private let graph: LayeredGraph

  /// More sweeps rarely change anything.
  private static let sweeps = 16

  /// Goes through the layers forwards and backwards, putting each vertex at the mean position of its neighbours, and
  /// keeps the order with the fewest crossings. Cost: O(edges · log edges) for each sweep.
  init(_ graph: LayeredGraph) {
    self.graph = graph
    layers = Array(repeating: [], count: (graph.layer.max() ?? -1) + 1)
    position = Array(repeating: 0, count: graph.vertices.count)
    start()
    var best = (layers: layers, crossings: crossings)
    for sweep in 0..<LayerOrder.sweeps where best.crossings > 0 {
      if sweep.isMultiple(of: 2) {
        for index in layers.indices { arrange(index, by: graph.before) }
      } else {
        for index in layers.indices.reversed() { arrange(index, by: graph.after) }
      }
      let crossings = crossings
      if crossings < best.crossings { best = (layers, crossings) }
    }
    layers = best.layers
  }

  /// The first order: as one meets the vertices when going back from the results, first inputs first. A tree has no
  /// crossings then.
  private mutating func start() {
    var isPlaced = Array(repeating: false, count: graph.vertices.count)
    var pending = Array(graph.vertices.indices.filter { graph.after[$0].isEmpty }.reversed())
    while let vertex = pending.popLast() {
      guard !isPlaced[vertex] else { continue }
      isPlaced[vertex] = true
      position[vertex] = layers[graph.layer[vertex]].count
      layers[graph.layer[vertex]].append(vertex)
      pending += graph.before[vertex].reversed()
    }
  }

  private mutating func arrange(_ index: Int, by neighbours: [[Int]]) {
    let means = layers[index].map { vertex in
      let positions = neighbours[vertex].map { Double(position[$0]) }
      return positions.isEmpty ? Double(position[vertex]) : positions.reduce(0, +) / Double(positions.count)
    }
    let ranks = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    layers[index] = ranks.map { layers[index][$0] }
    for (place, vertex) in layers[index].enumerated() { position[vertex] = place }
  }

  /// How many pairs of edges cross: for each layer, the pairs of edges whose ends are in the other order than their
  /// starts.
  var crossings: Int {
    layers.indices.dropLast().reduce(0) { sum, index in
      let ends = layers[index].flatMap { vertex in graph.after[vertex].map { position[$0] }.sorted() }
      return sum + LayerOrder.inversions(ends, below: layers[index + 1].count)
    }
  }

  /// The pairs in which the larger number stands first, counted with a Fenwick tree (Barth, Mutzel and Jünger, "Simple
  /// and Efficient Bilayer Cross Counting", 2004).
  static func inversions(_ numbers: [Int], below bound: Int) -> Int {
    var tree = Array(repeating: 0, count: bound + 1)
    var inversions = 0
    for (seen, number) in numbers.enumerated() {
      var notLarger = 0
      var index = number + 1
      while index > 0 {
        notLarger += tree[index]
        index -= index & -index
      }
      inversions += seen - notLarger
      index = number + 1
      while index <= bound {
        tree[index] += 1
        index += index & -index
      }
    }
    return inversions
  }
}
