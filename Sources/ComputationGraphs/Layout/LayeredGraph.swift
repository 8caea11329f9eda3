/// A graph whose vertices stand in layers, so that every edge leads from one layer to the next.
///
/// This is the frame of Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System Structures"
/// (1981): layers, then an order in each layer, then places. An edge over several layers gets a bend in each of them.
struct LayeredGraph {
  /// What stands in a layer: an entry of the excerpt, or a bend of a long edge.
  enum Vertex: Equatable {
    case entry(Int)
    case bend
  }

  /// An edge of the excerpt as the vertices that it passes, from the input to its user.
  struct Route {
    let path: [Int]
    let uses: Int
  }

  private(set) var vertices: [Vertex]
  /// The layer of each vertex; the results stand in the last one.
  private(set) var layer: [Int]
  /// The neighbours of each vertex in the layer before it and in the layer after it.
  private(set) var before: [[Int]]
  private(set) var after: [[Int]]
  private(set) var routes: [Route] = []

  init(_ excerpt: GraphExcerpt) {
    vertices = excerpt.entries.indices.map { .entry($0) }
    layer = LayeredGraph.layers(of: excerpt)
    before = Array(repeating: [], count: vertices.count)
    after = before
    for (user, entry) in excerpt.entries.enumerated() {
      for (input, uses) in entry.inputs { connect(input, user, uses: uses) }
    }
  }

  /// The longest way to a result decides the layer: an input stands right before the first operation that needs it.
  private static func layers(of excerpt: GraphExcerpt) -> [Int] {
    var distance = Array(repeating: 0, count: excerpt.entries.count)
    // Users stand behind their inputs, so going backwards each distance is final when it is passed on.
    for (user, entry) in excerpt.entries.enumerated().reversed() {
      for (input, _) in entry.inputs { distance[input] = max(distance[input], distance[user] + 1) }
    }
    let last = distance.max() ?? 0
    return distance.map { last - $0 }
  }

  private mutating func connect(_ input: Int, _ user: Int, uses: Int) {
    var path = [input]
    for passed in layer[input] + 1..<layer[user] {
      path.append(vertices.count)
      vertices.append(.bend)
      layer.append(passed)
      before.append([])
      after.append([])
    }
    path.append(user)
    for (from, to) in zip(path, path.dropFirst()) {
      after[from].append(to)
      before[to].append(from)
    }
    routes.append(Route(path: path, uses: uses))
  }
}
