import Displays
import DrawingChecks
import Testing

@testable import ComputationGraphs

@Suite("Drawings") struct DrawingTests {
  @Test("The SVG is well formed and has every node and edge", arguments: ComputationGraph.Direction.allCases)
  func wellFormed(direction: ComputationGraph.Direction) throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let graph = randomGraph(50, seed: seed)
      let check = try XMLCheck(graph.svg(direction: direction))
      for node in graph.nodes { #expect(check.texts.contains(node.title)) }
      // A ground for all, a ground and a border for each node, a line and an arrow head for each edge.
      #expect(check.elements.filter { $0.name == "rect" }.count == 1 + 2 * graph.nodes.count)
      let edges = Set(graph.edges.map { [$0.from, $0.to] }).count
      #expect(check.elements.filter { $0.name == "path" }.count == 2 * edges)
    }
  }

  @Test("Texts that mean something in XML are escaped")
  func escaping() throws {
    var graph = ComputationGraph()
    let evil = "</text><script>alert('&')</script>"
    let input = graph.add("a<b & \"c\"\u{1}\u{1B}[31m", kind: .parameter, details: [evil, "two\nlines", "\u{FFFF}"])
    graph.add("+", label: "]]>", kind: .result, inputs: [input])
    let svg = graph.svg()
    let check = try XMLCheck(svg)
    #expect(check.texts.contains("a<b & \"c\"␁␛[31m"))
    #expect(check.texts.contains("]]>"))
    #expect(check.texts.contains("two lines"))
    #expect(check.texts.contains(evil))
    #expect(!svg.contains("<script"))
  }

  @Test("The drawing is a picture with words for those who do not see it")
  func accessibility() throws {
    let check = try XMLCheck(smallGraph.svg())
    let root = try #require(check.elements.first)
    #expect(root.name == "svg")
    #expect(root.attributes["role"] == "img")
    #expect(
      check.texts.prefix(2) == [
        "Computation graph", "Computation graph with 7 nodes. e is * of a and b. + of e and c. L is * of + and f.",
      ])
    #expect(chain(100).words().hasPrefix("Computation graph with 100 nodes. The last 12 of 99 steps: n88 of n87. n89"))
    #expect(dense(6).words().hasSuffix("n5 of n0 and n1 and n2 and n3 and 1 more."))
  }

  @Test("Everything lies inside the picture", arguments: ComputationGraph.Direction.allCases)
  func extent(direction: ComputationGraph.Direction) throws {
    let check = try XMLCheck(randomGraph(50, seed: 3).svg(direction: direction))
    let box = try #require(check.elements.first?.attributes["viewBox"]).split(separator: " ").compactMap { Double($0) }
    for element in check.elements where element.name == "rect" {
      let numbers = ["x", "y", "width", "height"].compactMap { element.attributes[$0].flatMap(Double.init) }
      #expect(numbers[0] >= box[0] && numbers[0] + numbers[2] <= box[0] + box[2])
      #expect(numbers[1] >= box[1] && numbers[1] + numbers[3] <= box[1] + box[3])
    }
  }

  @Test("The same graph gives the same drawing")
  func determinism() {
    for seed in 1...5 as ClosedRange<UInt64> {
      #expect(randomGraph(60, seed: seed).svg() == randomGraph(60, seed: seed).svg())
    }
  }

  @Test("A wide graph is drawn from top to bottom, a narrow one from left to right")
  func direction() {
    #expect(smallGraph.svg() == smallGraph.svg(direction: .leftToRight))
    #expect(chain(30).svg() == chain(30).svg(direction: .topToBottom))
  }

  @Test("An empty graph, and one of which nothing may be drawn")
  func empty() throws {
    #expect(try XMLCheck(ComputationGraph().svg()).texts.last == "an empty graph")
    #expect(ComputationGraph().text() == "an empty graph")
    #expect(ComputationGraph().words() == "An empty graph.")
    #expect(try XMLCheck(smallGraph.svg(limit: 0)).texts.last == "… 7 more nodes")
    #expect(smallGraph.text(limit: -1) == "… 7 more nodes")
  }

  @Test("A page gets the drawing, a terminal the tree")
  func display() {
    let display = smallGraph.display
    #expect(display.text == smallGraph.text())
    #expect(display[.svg] == .text(smallGraph.svg()))
    #expect(display[.html] == .text(Drawing.page(smallGraph.svg(), words: smallGraph.words())))
  }
}
