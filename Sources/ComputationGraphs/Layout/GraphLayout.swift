/// Where everything in a drawing stands.
///
/// It is reckoned along the flow of the computation (depth) and across it (breadth), and knows nothing of left and right.
struct GraphLayout {
  /// The room that an entry needs.
  struct Size: Equatable {
    var depth: Double
    var breadth: Double
  }

  let graph: LayeredGraph
  let order: LayerOrder
  /// The middle of each vertex across the flow.
  private(set) var center: [Double]
  /// The room of each vertex across the flow.
  private(set) var breadth: [Double]
  /// Where each layer begins and ends along the flow.
  private(set) var layers: [ClosedRange<Double>] = []
  /// The extent of the whole drawing.
  private(set) var size = Size(depth: 0, breadth: 0)

  static let gapBetweenLayers = 40.0
  private static let gapInLayer = 16.0
  private static let sweeps = 6

  init(_ excerpt: GraphExcerpt, sizes: [Size]) {
    graph = LayeredGraph(excerpt)
    order = LayerOrder(graph)
    breadth = graph.vertices.map { vertex in
      switch vertex {
      case .entry(let entry): sizes[entry].breadth
      case .bend: 0
      }
    }
    center = Array(repeating: 0, count: graph.vertices.count)
    stackLayers(sizes)
    placeVertices()
  }

  private mutating func stackLayers(_ sizes: [Size]) {
    var start = 0.0
    for layer in order.layers {
      let depth = layer.map { $0 < sizes.count ? sizes[$0].depth : 0 }.max() ?? 0
      layers.append(start...start + depth)
      start += depth + GraphLayout.gapBetweenLayers
    }
    size.depth = layers.last?.upperBound ?? 0
  }

  private mutating func placeVertices() {
    for layer in order.layers { settle(layer, near: Array(repeating: [], count: center.count)) }
    // Forwards after the inputs, backwards after the users, and in the end after both.
    for _ in 0..<GraphLayout.sweeps {
      for layer in order.layers { settle(layer, near: graph.before) }
      for layer in order.layers.reversed() { settle(layer, near: graph.after) }
    }
    let neighbours = zip(graph.before, graph.after).map(+)
    for layer in order.layers { settle(layer, near: neighbours) }
    let start = center.indices.map { center[$0] - breadth[$0] / 2 }.min() ?? 0
    for vertex in center.indices { center[vertex] -= start }
    size.breadth = center.indices.map { center[$0] + breadth[$0] / 2 }.max() ?? 0
  }

  /// Moves the vertices of a layer towards the middle of their neighbours, as far as they find room.
  private mutating func settle(_ layer: [Int], near neighbours: [[Int]]) {
    var row = Row(wishes: [], weights: [], distances: [])
    for (place, vertex) in layer.enumerated() {
      var (sum, weights) = (0.0, 0.0)
      for neighbour in neighbours[vertex] {
        let weight = pull(vertex, neighbour)
        sum += weight * center[neighbour]
        weights += weight
      }
      row.wishes.append(weights == 0 ? center[vertex] : sum / weights)
      // Who has no neighbours gives way.
      row.weights.append(max(weights, 0.01))
      if place > 0 {
        row.distances.append((breadth[vertex] + breadth[layer[place - 1]]) / 2 + GraphLayout.gapInLayer)
      }
    }
    for (vertex, place) in zip(layer, row.places) { center[vertex] = place }
  }

  /// How much an edge wants to be straight: long ones most, as one sees their corners most (Gansner, Koutsofios, North and
  /// Vo, "A Technique for Drawing Directed Graphs", 1993).
  private func pull(_ vertex: Int, _ neighbour: Int) -> Double {
    switch (graph.vertices[vertex], graph.vertices[neighbour]) {
    case (.bend, .bend): 8
    case (.bend, .entry): 0.1
    case (.entry, _): 1
    }
  }
}
