import Foundation
import Glassbox
import Testing

/// The examples of charts: in the documentation comments of Charts and of Tensors, and on the page of displays.
@Suite("The examples of charts") struct ChartExampleTests {
  /// Shows what stands in an example as the last line of a cell.
  private func show(_ charts: [any Chart]) {
    for chart in charts { #expect(chart.svg.hasPrefix("<svg")) }
  }

  @Test("Lines")
  func lines() {
    show([
      LineChart([4.17, 3.2, 2.6, 2.31, 2.25]),
      LineChart(["training": [4.1, 2.6, 2.2], "validation": [4.2, 2.9, 2.5]], title: "loss", x: "epoch"),
      LineChart([Series("validation", x: [0, 100, 200], y: [4.2, 2.9, 2.4])], scale: .logarithmic),
      LineChart(tanh(Tensor.linspace(from: -3, to: 3, count: 50)), title: "tanh"),
    ])
    #expect(Series("validation", x: [0, 100, 200], y: [4.2, 2.9, 2.4]).y.count == 3)
    let chart = LossChart("loss")
    for step in 0..<100 {
      chart.add(4 / Double(step + 1), to: "training", at: step)
    }
    chart.finish()
    #expect(chart.chart.words.contains("100 points, from 4 to 0.04"))
  }

  @Test("Points and bars")
  func points() {
    // swift-format-ignore
    show([
      ScatterChart([[0.1, 0.9], [0.2, 0.8], [0.9, 0.1]], labels: ["cat", "dog", "seven"]),
      ScatterChart(x: [1, 2, 3], y: [2, 4, 9], groups: ["train", "train", "test"]),
      ScatterChart(Tensor([[0, 1], [1, 0]]), labels: ["north", "east"]),
      DecisionBoundary(points: [[0, 0], [1, 1]], classes: [0, 1], names: ["low", "high"]) { places in
        places.map { [1 - $0[0], $0[0]] }
      },
      BarChart(["cat": 0.62, "dog": 0.3, "seven": 0.08], title: "the next token"),
      BarChart([313, 95], labels: ["Tang", "Song"]),
      BarChart(softmax(Tensor([1, 2, 2])), labels: ["cat", "dog", "seven"]),
      Histogram([0.1, 0.2, 0.2, 0.4, 0.9], bins: 4),
      Histogram(Tensor.normal([1000]), title: "weights"),
    ])
    let (places, kinds) = (Tensor([[0, 0], [1, 1]]), Tensor(indices: [0, 1]))
    let chart =
      DecisionBoundary(points: places, classes: kinds, names: ["low", "high"]) { x in
        x.matmul(Tensor([[-1, 1], [-1, 1]])) + Tensor([1, -1])
      }
    #expect(chart.words.hasSuffix("2 of 2 points lie where the model names their class."))
  }

  @Test("Heat maps, tokens, trees")
  func maps() {
    // swift-format-ignore
    show([
      HeatMap([[0.9, 0.1], [0.4, 0.6]], rows: ["the", "cat"], columns: ["the", "cat"]),
      HeatMap(Tensor([[1, 2], [3, 4]]), rows: ["a", "b"]),
      AttentionMap([[1, 0], [0.3, 0.7]], tokens: ["the", "cat"]),
      AttentionMap([[0.9, 0.1]], from: ["chat"], to: ["cat", "the"]),
      AttentionMap(softmax(Tensor([[1, 0], [0, 1]])), tokens: ["the", "cat"]),
      TokenStrip(["The", " cat", " sat"], ids: [464, 3797, 3332]),
      ProbabilityTree("The", [
        Branch("cat", 0.6, [Branch("sat", 0.5), Branch("ran", 0.2)]),
        Branch("dog", 0.4, [Branch("ran", 0.9)]),
      ]),
      ProbabilityTree("The", [Branch("cat", 0.6, [Branch("sat", 0.5)]), Branch("dog", 0.4)]),
    ])
  }

  @Test("Every picture and output on the page is what the kit draws")
  func page() throws {
    let root = DocumentationSource.root.appending(path: "Documentation")
    let page = try String(contentsOf: root.appending(path: "Displays.md"), encoding: .utf8)
    let bars = BarChart(["cat": 0.62, "dog": 0.3, "seven": 0.08], title: "the next token")
    #expect(page.contains("```\n\(bars.text(width: 80))\n```"))
    let drawing = try String(contentsOf: root.appending(path: "images/attention.svg"), encoding: .utf8)
    #expect(drawing == attention.svg)
  }

  /// Five words that look back at each other.
  private var attention: AttentionMap {
    AttentionMap(
      [
        [1, 0, 0, 0, 0], [0.35, 0.65, 0, 0, 0], [0.08, 0.71, 0.21, 0, 0], [0.06, 0.12, 0.58, 0.24, 0],
        [0.04, 0.19, 0.23, 0.4, 0.14],
      ], tokens: ["The", " cat", " sat", " on", " mats"], title: "who looks at whom")
  }
}
