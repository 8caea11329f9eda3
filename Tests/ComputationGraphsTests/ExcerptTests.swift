import Testing

@testable import ComputationGraphs

@Suite("Large graphs are shortened") struct ExcerptTests {
  @Test("The nodes nearest to the result stay")
  func nearest() {
    let excerpt = GraphExcerpt(chain(1_000), limit: 3)
    #expect(excerpt.entries.map(\.node.id) == [997, 998, 999])
    #expect(excerpt.entries.map(\.hiddenInputs) == [1, 0, 0])
    #expect(excerpt.entries.map { $0.inputs.map(\.entry) } == [[], [0], [1]])
    #expect(excerpt.results == [2])
    #expect(excerpt.hidden == 997)
  }

  @Test("A small graph stays whole")
  func whole() {
    let excerpt = GraphExcerpt(smallGraph, limit: 7)
    #expect(excerpt.entries.map(\.node) == smallGraph.nodes)
    #expect(excerpt.entries.allSatisfy { $0.hiddenInputs == 0 })
    #expect(excerpt.hidden == 0)
  }

  @Test("Nodes and edges are bounded, and every other one is counted", arguments: [0, 1, 2, 10, 60], 1...3)
  func bounds(limit: Int, kind: Int) {
    let graph = [dense(200), randomGraph(500, seed: 5), chain(300)][kind - 1]
    let excerpt = GraphExcerpt(graph, limit: limit)
    #expect(excerpt.entries.count <= limit)
    #expect(excerpt.entries.count + excerpt.hidden == graph.nodes.count)
    #expect(excerpt.entries.reduce(0) { $0 + $1.inputs.count } <= 3 * limit)
    for entry in excerpt.entries {
      #expect(entry.inputs.count + entry.hiddenInputs == Set(entry.node.inputs).count)
      for (input, uses) in entry.inputs {
        let id = excerpt.entries[input].node.id
        #expect(id < entry.node.id)
        #expect(uses == entry.node.inputs.filter { $0 == id }.count)
      }
    }
  }

  @Test("Every form of a large graph is short and says what is missing")
  func forms() {
    for graph in [chain(100_000), dense(1_000)] {
      #expect(graph.svg().contains("… \(graph.nodes.count - 100) more nodes"))
      #expect(graph.svg().utf8.count < 500_000)
      #expect(graph.text().split(separator: "\n").count < 300)
      #expect(graph.text().hasSuffix("more nodes"))
    }
  }

  @Test("Many results and a node with many inputs")
  func wide() {
    var graph = ComputationGraph()
    for index in 0..<5_000 { graph.add("n\(index)", kind: .parameter) }
    #expect(GraphExcerpt(graph, limit: 100).results.count == 100)
    graph.add("sum", kind: .result, inputs: Array(0..<5_000))
    graph.add("same", kind: .result, inputs: Array(repeating: 3, count: 5_000))
    let text = graph.text(limit: 6)
    #expect(
      text == """
        sum
        ├─ n0
        ├─ n1
        ├─ n2
        ├─ n3
        └─ … 4996 more inputs
        same
        └─ n3 (5000 times) (see above)
        … 4996 more nodes
        """)
  }
}
