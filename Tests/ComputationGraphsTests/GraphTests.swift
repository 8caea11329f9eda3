import Testing

@testable import ComputationGraphs

@Suite("Nodes and edges") struct GraphTests {
  @Test("Edges keep the order of the inputs")
  func edges() {
    var graph = ComputationGraph()
    let a = graph.add("a", kind: .parameter)
    let b = graph.add("b", kind: .parameter)
    let difference = graph.add("-", kind: .result, inputs: [b, a])
    #expect(
      graph.edges == [
        ComputationGraph.Edge(from: b, to: difference, position: 0),
        ComputationGraph.Edge(from: a, to: difference, position: 1),
      ])
    #expect(graph.results.map(\.id) == [difference])
    #expect(graph.nodes.map(\.title) == ["a", "b", "-"])
  }

  @Test("An input that is used twice has two edges")
  func repeatedInput() {
    var graph = ComputationGraph()
    let a = graph.add("a", kind: .parameter)
    graph.add("*", kind: .result, inputs: [a, a])
    #expect(graph.edges.map(\.position) == [0, 1])
    #expect(graph.edges.map(\.from) == [a, a])
  }

  @Test("An input that is not in the graph is named")
  func unknownInput() {
    #expect(
      GraphMistake.unknownInput(7, of: "matmul", nodes: 3).description == """
        Node matmul takes node 7 as its input, which the graph does not have: its nodes go from 0 to 2. \
        Add the inputs first, and pass the numbers that add returns.
        """)
    #expect(GraphMistake.unknownInput(0, of: "+", nodes: 0).description.contains("it is still empty"))
  }

  @Test("A node cannot be its own input, nor that of a node before it", arguments: [-1, 0, 1])
  func laterInput(input: Int) async {
    await #expect(processExitsWith: .failure) { [input] in
      var graph = ComputationGraph()
      graph.add("loop", kind: .operation, inputs: [input])
    }
  }
}
