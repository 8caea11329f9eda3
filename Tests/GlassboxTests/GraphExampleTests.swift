import Backpropagation
import Foundation
import Glassbox
import Testing

/// Runs what the documentation comments of the graphs and of backpropagation show.
@Suite("The documentation of graphs tells the truth") struct GraphExampleTests {
  @Test("Every line of every example is run here", arguments: ["ComputationGraphs", "Backpropagation"])
  func everyExampleIsRun(module: String) throws {
    let examples = try DocumentationSource.commentExamples(in: module)
    let tests = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    #expect(examples.count >= 5)
    for line in examples {
      // What an example prints stands in a comment, and here in what is expected.
      let line = line.hasPrefix("// ") ? String(line.dropFirst(3)) : line
      #expect(tests.contains(line), "not run: \(line)")
    }
  }

  @Test("Graphs")
  func graphs() {
    var graph = ComputationGraph()
    let weight = graph.add("w", kind: .parameter, details: ["[2, 3] Float"])
    let input = graph.add("x", kind: .constant, details: ["[3] Float"])
    graph.add("matmul", label: "y", kind: .result, details: ["[2] Float"], inputs: [weight, input])
    #expect(graph.edges.count == 2)
    display(graph)
    print(graph.text())
    #expect(
      graph.text() == """
        y (matmul)  [2] Float
        ├─ w        [2, 3] Float
        └─ x        [3] Float
        """)
    #expect(graph.svg(direction: .topToBottom, limit: 40).hasPrefix("<svg"))
    #expect(graph.dot.hasPrefix("digraph {"))
    #expect(graph.dot.contains("n0 -> n2;\n  n1 -> n2;"))
  }

  @Test("Diagrams")
  func diagrams() {
    let chain =
      Diagram.flow("input", "embedding", "encoder", "decoder", "output")
    #expect(chain.description == "input → embedding → encoder → decoder → output")
    var diagram = Diagram.flow("text", "pre-training")
    diagram.connect("pre-training", to: "fine-tuning", "direct use")
    #expect(diagram.description.hasSuffix("pre-training → direct use"))
    diagram.connect("model", to: "fine-tuning", "direct use")
    #expect(diagram.svg.contains("model"))
  }

  @Test("Values")
  func values() {
    do {
      let a = Value(2, label: "a")
      let b = Value(-3, label: "b")
      let loss = a * b + b.power(2)
      loss.backward()
      #expect(loss.data == 3)
      #expect(b.gradient == -4)
      display(loss.graph)
    }
    #expect(Value(2, label: "a").description == "a = 2.0, gradient 0.0")
    let (rate, a) = (0.5, Value(4))
    #expect((2 * a + 0.5).data == 8.5)
    #expect((Value(rate) * a).data == 2)
  }

  @Test("Networks")
  func networks() {
    let neuron = Neuron(inputs: 2, activation: .tanh) { 0.5 }
    #expect(neuron([1.0, -1.0]).data == 0)
    var weights = [0.5, -0.4, 0.3, 0.1, -0.2, 0.6, 0.9, -0.8, 0.7].makeIterator()
    let network = MLP(inputs: 2, layers: [3, 1]) { weights.next() ?? 0 }
    for _ in 0..<100 {
      let error = network([1.0, 2.0])[0] - 0.5
      let loss = error.power(2)
      network.zeroGradients()
      loss.backward()
      for parameter in network.parameters { parameter.data -= 0.05 * parameter.gradient }
    }
    #expect(abs(network([1.0, 2.0])[0].data - 0.5) < 1e-3)
  }
}
