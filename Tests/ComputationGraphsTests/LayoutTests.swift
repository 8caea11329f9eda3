import Testing

@testable import ComputationGraphs

@Suite("Where things stand") struct LayoutTests {
  @Test("Every edge leads from one layer to the next", arguments: 1...10 as ClosedRange<UInt64>)
  func layers(seed: UInt64) {
    let excerpt = GraphExcerpt(randomGraph(60, seed: seed), limit: 60)
    let graph = LayeredGraph(excerpt)
    for route in graph.routes {
      for (from, to) in zip(route.path, route.path.dropFirst()) { #expect(graph.layer[to] == graph.layer[from] + 1) }
    }
    #expect(graph.routes.count == excerpt.entries.reduce(0) { $0 + $1.inputs.count })
    for result in excerpt.results { #expect(graph.layer[result] == graph.layer.max()) }
  }

  @Test("An input stands right before the first operation that needs it")
  func inputs() {
    let graph = LayeredGraph(GraphExcerpt(smallGraph, limit: 10))
    #expect(graph.layer == [0, 0, 1, 1, 2, 2, 3])
  }

  @Test("Crossings are counted as by comparing every pair", arguments: 1...20 as ClosedRange<UInt64>)
  func inversions(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let numbers = (0..<40).map { _ in Int.random(in: 0..<15, using: &generator) }
    var pairs = 0
    for (index, number) in numbers.enumerated() { pairs += numbers[..<index].filter { $0 > number }.count }
    #expect(LayerOrder.inversions(numbers, below: 15) == pairs)
  }

  @Test("A tree is drawn without crossings")
  func tree() {
    // The leaves of the two halves come mixed.
    var graph = ComputationGraph()
    let leaves = (0..<8).map { graph.add("leaf \($0)", kind: .parameter) }
    let odd = graph.add("odd", kind: .operation, inputs: [leaves[1], leaves[3], leaves[5], leaves[7]])
    let even = graph.add("even", kind: .operation, inputs: [leaves[0], leaves[2], leaves[4], leaves[6]])
    graph.add("+", kind: .result, inputs: [even, odd])
    #expect(LayerOrder(LayeredGraph(GraphExcerpt(graph, limit: 20))).crossings == 0)
  }

  @Test("Sweeps take crossings away")
  func sweeps() {
    // u takes a and b, v and w take a. As one meets them, the edge from b to u crosses those from a to v and to w.
    var graph = ComputationGraph()
    let (a, b) = (graph.add("a", kind: .parameter), graph.add("b", kind: .parameter))
    graph.add("u", kind: .result, inputs: [a, b])
    graph.add("v", kind: .result, inputs: [a])
    graph.add("w", kind: .result, inputs: [a])
    let order = LayerOrder(LayeredGraph(GraphExcerpt(graph, limit: 20)))
    #expect(order.crossings == 0)
  }

  @Test("Boxes of a layer do not touch", arguments: 1...10 as ClosedRange<UInt64>)
  func overlaps(seed: UInt64) {
    let excerpt = GraphExcerpt(randomGraph(80, seed: seed), limit: 80)
    let sizes = excerpt.entries.map { entry in
      GraphLayout.Size(depth: 40, breadth: 30 + 20 * Double(entry.node.details.count))
    }
    let layout = GraphLayout(excerpt, sizes: sizes)
    for layer in layout.order.layers {
      for (left, right) in zip(layer, layer.dropFirst()) {
        let gap = layout.center[right] - layout.center[left] - (layout.breadth[left] + layout.breadth[right]) / 2
        #expect(gap > 15.99)
      }
      for vertex in layer {
        #expect(layout.center[vertex] - layout.breadth[vertex] / 2 > -0.01)
        #expect(layout.center[vertex] + layout.breadth[vertex] / 2 < layout.size.breadth + 0.01)
      }
    }
    for (layer, next) in zip(layout.layers, layout.layers.dropFirst()) { #expect(layer.upperBound < next.lowerBound) }
  }
}
