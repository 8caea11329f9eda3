import Testing

@testable import ComputationGraphs

@Suite("Graphs as text") struct TextTests {
  @Test("A tree from the result back to the inputs, with the details in columns")
  func tree() {
    #expect(
      smallGraph.text() == """
        L (*)        -8.0
        ├─ +         4.0
        │  ├─ e (*)  -6.0
        │  │  ├─ a   2.0
        │  │  └─ b   -3.0
        │  └─ c      10.0
        └─ f         -2.0
        """)
  }

  @Test("A shared node is shown once; a number tells it from others of its name")
  func shared() {
    var graph = ComputationGraph()
    let x = graph.add("x", kind: .parameter, details: ["2"])
    let sum = graph.add("+", kind: .operation, details: ["4"], inputs: [x, x])
    let other = graph.add("+", kind: .operation, details: ["6"], inputs: [sum, x])
    graph.add("*", kind: .result, details: ["24"], inputs: [sum, other])
    #expect(
      graph.text() == """
        *                24
        ├─ + #1          4
        │  └─ x (twice)  2
        └─ +             6
           ├─ + #1 (see above)
           └─ x (see above)
        """)
  }

  @Test("A deep graph is cut at a depth, and what is left out is counted")
  func depth() {
    #expect(
      chain(50).text(depth: 2) == """
        n49
        └─ n48
           └─ n47
              └─ …
        … 47 more nodes
        """)
  }

  @Test("Wide characters take two columns")
  func wideCharacters() {
    var graph = ComputationGraph()
    let weight = graph.add("权重", kind: .parameter, details: ["1"])
    let other = graph.add("weight", kind: .parameter, details: ["2"])
    graph.add("+", kind: .result, details: ["3"], inputs: [weight, other])
    #expect(
      graph.text() == """
        +          3
        ├─ 权重    1
        └─ weight  2
        """)
  }

  @Test("The language of Graphviz, with what means something in it escaped")
  func dot() {
    var graph = ComputationGraph()
    let a = graph.add("a \"\\\n", kind: .constant, details: ["2.0"])
    graph.add("-", label: "b", kind: .result, inputs: [a, a])
    #expect(
      graph.dot == #"""
        digraph {
          rankdir=LR; ordering=in;
          node [shape=box, fontname="sans-serif"];
          n0 [label="a \"\\\n2.0", style=dashed];
          n1 [label="b  -", style="rounded,bold"];
          n0 -> n1;
          n0 -> n1;
        }
        """#)
  }
}
