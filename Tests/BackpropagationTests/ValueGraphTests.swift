import ComputationGraphs
import Testing

@testable import Backpropagation

@Suite("The graph of a value") struct ValueGraphTests {
  @Test("Numbers, gradients, kinds and the order of inputs")
  func graph() {
    let a = Value(2, label: "a")
    let twice = 2 * a
    twice.label = "twice"
    let loss = (twice - a).power(2)
    loss.backward()
    let graph = loss.graph
    #expect(graph.nodes.map(\.title) == ["2", "a", "*", "-", "power 2"])
    #expect(graph.nodes.map(\.label) == [nil, nil, "twice", nil, nil])
    #expect(graph.nodes.map(\.kind) == [.constant, .parameter, .operation, .operation, .result])
    #expect(graph.nodes.map(\.inputs) == [[], [], [0, 1], [2, 1], [3]])
    #expect(graph.nodes[1].details == ["data 2.0", "grad 4.0"])
    #expect(
      graph.text() == """
        power 2          data 4.0  grad 1.0
        └─ -             data 2.0  grad 4.0
           ├─ twice (*)  data 4.0  grad 4.0
           │  ├─ 2       data 2.0  grad 8.0
           │  └─ a       data 2.0  grad 4.0
           └─ a (see above)
        """)
  }

  @Test("The graph of a long chain is made and shortened")
  func long() {
    var end = Value(0, label: "start")
    for _ in 0..<100_000 { end = end + 1 }
    let graph = end.graph
    #expect(graph.nodes.count == 200_001)
    #expect(graph.text(limit: 4).hasSuffix("… 199997 more nodes"))
    #expect(Value(1, label: "alone").graph.nodes.map(\.kind) == [.parameter])
  }
}
