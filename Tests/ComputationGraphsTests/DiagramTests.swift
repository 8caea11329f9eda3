import DrawingChecks
import Testing

@testable import ComputationGraphs

@Suite("Diagrams") struct DiagramTests {
  @Test("Boxes that follow each other stand in one line")
  func flow() throws {
    let diagram = Diagram.flow("input", "embedding", "encoder", "decoder", "output")
    #expect(diagram.description == "input → embedding → encoder → decoder → output")
    let check = try XMLCheck(diagram.svg)
    #expect(
      check.texts.prefix(2) == [
        "Diagram",
        "Diagram with 5 nodes. embedding of input. encoder of embedding. decoder of encoder. output of decoder.",
      ])
    #expect(check.elements.filter { $0.name == "path" }.count == 8)
  }

  @Test("A diagram may branch and join")
  func branches() {
    var diagram = Diagram.flow("text", "pre-training", "model")
    diagram.connect("model", to: "fine-tuning", "direct use")
    diagram.connect("fine-tuning", to: "answer")
    diagram.connect("direct use", to: "answer")
    #expect(
      diagram.description == """
        text → pre-training → model
        model → fine-tuning
        model → direct use
        fine-tuning → answer
        direct use → answer
        """)
    #expect(diagram.graph.edges.count == 6)
  }

  @Test("Any words fit in a box")
  func hostile() throws {
    let svg = Diagram.flow("<script>", "a & \"b\"", "two\nlines").svg
    #expect(try XMLCheck(svg).texts.contains("a & \"b\""))
    #expect(!svg.contains("<script"))
    #expect(Diagram().description == "an empty diagram")
    #expect(Diagram.flow("alone").description == "alone")
  }

  @Test("A circle ends the program with the names of both boxes")
  func circle() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Diagram.flow("loss", "gradient", "step", "loss")
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("An arrow from step to loss would close a circle"))
  }
}
