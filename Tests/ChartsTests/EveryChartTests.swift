import Displays
import DrawingChecks
import Testing

@testable import Charts

/// What holds for each kind of chart.
@Suite("Every chart") struct EveryChartTests {
  @Test("is well-formed, named, and told in words", arguments: Sample.usual)
  func wellFormed(sample: Sample) throws {
    let check = try XMLCheck(sample.chart.svg)
    let root = try #require(check.elements.first)
    #expect(root.name == "svg" && root.attributes["role"] == "img")
    #expect(check.elements.dropFirst().prefix(3).map(\.name) == ["title", "desc", "style"])
    #expect(check.texts[0] == "word 6")
    #expect(check.texts[1] == sample.chart.words)
    #expect(sample.chart.words.contains("word"))
  }

  static let hostile = [
    "</text><script>alert('&')</script>", "\"quoted\" & 'single' <b>", "\u{202E}right to left אב\u{202C}",
    "two\nlines\r\tand a tab", "\u{0}\u{1B}[31mred\u{7F}\u{FFFF}", String(repeating: "長い ", count: 2500), "",
    "👩‍👩‍👧‍👦e\u{301}", "]]>",
  ]

  @Test("takes any text for a name", arguments: hostile)
  func hostileNames(name: String) throws {
    for sample in Sample.all(name: { _ in name }, number: { Double($0) }) {
      let svg = sample.chart.svg
      _ = try XMLCheck(svg)
      #expect(!svg.contains("<script") && !svg.contains("<b>"), "\(sample.kind)")
      #expect(svg.utf8.count < 80_000, "\(sample.kind)")
      let text = sample.chart.text(width: 80)
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 127 }, "\(sample.kind)")
    }
  }

  static let numbers: [(String, @Sendable (Int) -> Double)] = [
    ("not a number", { $0 % 2 == 0 ? .nan : 1 }), ("infinite", { $0 % 2 == 0 ? .infinity : -.infinity }),
    ("very large", { $0 % 2 == 0 ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude }),
    ("very small", { Double($0 % 2) * .leastNonzeroMagnitude }), ("equal", { _ in 0.1 }), ("negative", { -Double($0) }),
    ("far from zero", { 1e15 + Double($0) }),
  ]

  @Test("takes any numbers", arguments: numbers.indices)
  func anyNumbers(index: Int) throws {
    for count in [0, 1, 6] {
      for sample in Sample.all(count: count, name: { "w\($0)" }, number: EveryChartTests.numbers[index].1) {
        for element in try XMLCheck(sample.chart.svg).elements {
          for (name, value) in element.attributes where name != "style" {
            #expect(!value.contains("nan") && !value.contains("inf"), "\(sample.kind) \(element)")
          }
        }
        #expect(!sample.chart.text(width: 80).isEmpty || count == 0, "\(sample.kind)")
      }
    }
  }

  @Test("lies inside of its drawing", arguments: Sample.usual)
  func inside(sample: Sample) throws {
    let check = try XMLCheck(sample.chart.svg)
    let size = ["width", "height"].compactMap { check.elements.first?.attributes[$0].flatMap(Double.init) }
    #expect(size.count == 2)
    for element in check.elements where ["text", "rect"].contains(element.name) {
      let place = ["x", "y"].compactMap { element.attributes[$0].flatMap(Double.init) }
      #expect(place[0] >= 0 && place[0] <= size[0] && place[1] >= 0 && place[1] <= size[1], "\(element)")
    }
  }

  @Test("is no wider than the terminal", arguments: Sample.usual)
  func terminal(sample: Sample) {
    for width in [40, 60, 80, 120] {
      let lines = sample.chart.text(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width }, "\(width): \(lines.filter { $0.count > width })")
    }
    let stage = Stage(columns: { 50 })
    let text = Stage.$current.withValue(stage) { sample.chart.description }
    #expect(text == sample.chart.text(width: 50))
  }

  @Test("has no colours in its text, so that any terminal, file and pipe can take it", arguments: Sample.usual)
  func plain(sample: Sample) { #expect(!sample.chart.text(width: 80).contains("\u{1B}")) }

  @Test("is the same each time")
  func determinism() {
    func once() -> [Sample] { Sample.all(name: { "word \($0)" }, number: { Double(($0 * 7) % 5) / 4 }) }
    for (first, second) in zip(once(), once()) {
      #expect(first.chart.svg == second.chart.svg)
      #expect(first.chart.text(width: 72) == second.chart.text(width: 72))
    }
  }

  @Test("has forms for a page, for programs that show SVG, and for a terminal", arguments: Sample.usual)
  func forms(sample: Sample) {
    let display = Display(of: sample.chart)
    #expect(display[.svg] == .text(sample.chart.svg))
    #expect(display[.html] == .text(Drawing.page(sample.chart.svg, words: sample.chart.words)))
    #expect(display.text == sample.chart.description)
    #expect(!sample.chart.svg.contains("<script") && !sample.chart.svg.contains("onload"))
  }

  @Test("stays small, whatever it is made of")
  func large() {
    let count = 20_000
    let numbers = (0..<count).map { Double(($0 * 7919) % 1000) }
    let names = (0..<count).map { "word \($0)" }
    let points = numbers.map { [$0, Double(Int($0) * 31 % 997)] }
    let wide = (0..<300).map { row in (0..<1000).map { Double(row * $0) } }
    let charts: [any Chart] = [
      LineChart(numbers), ScatterChart(points, labels: names), BarChart(numbers, labels: names), Histogram(numbers),
      HeatMap(wide), TokenStrip(names, ids: Array(0..<count)),
      ProbabilityTree("a", (0..<1000).map { Branch("b\($0)", 0.001, [Branch("c", 1)]) }),
    ]
    for chart in charts {
      #expect(chart.svg.utf8.count < 400_000, "\(type(of: chart)) \(chart.svg.utf8.count)")
      #expect(chart.text(width: 80).utf8.count < 30_000, "\(type(of: chart))")
      #expect(chart.words.utf8.count < 3000, "\(type(of: chart))")
    }
  }
}
