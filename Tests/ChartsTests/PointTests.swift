import DrawingChecks
import Testing

@testable import Charts

@Suite("Points") struct PointTests {
  @Test("Groups differ in colour and in shape, and have their names in the legend")
  func groups() throws {
    let chart = ScatterChart([[0, 0], [1, 1], [2, 0]], groups: ["cats", "dogs", "cats"])
    let check = try XMLCheck(chart.svg)
    #expect(check.texts.contains("cats") && check.texts.contains("dogs"))
    // Two samples in the legend, two paths of points.
    for style in [SeriesStyle(0), SeriesStyle(1)] {
      #expect(check.elements.filter { $0.attributes["fill"] == style.color }.count == 2)
    }
    #expect(chart.text(width: 60).hasPrefix("● cats   ○ dogs\n"))
  }

  @Test("No name lies on another one or on a point")
  func collisions() throws {
    let count = 120
    let points = (0..<count).map { [Double(($0 * 37) % 101), Double(($0 * 53) % 97)] }
    let chart = ScatterChart(points, labels: (0..<count).map { "word \($0)" })
    let check = try XMLCheck(chart.svg)
    var boxes: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
    for match in chart.svg.matches(of: #/<text x="([0-9.]+)" y="([0-9.]+)">(word [0-9]+)</#) {
      let (x, y) = (try #require(Double(match.output.1)), try #require(Double(match.output.2)))
      boxes.append((x...x + Double(match.output.3.count) * 6.6, y - 10...y + 2))
    }
    #expect(boxes.count > 40)
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] { #expect(!(box.x.overlaps(other.x) && box.y.overlaps(other.y))) }
    }
    #expect(check.elements.count > count / 2)
  }

  @Test("All names and places are in the text")
  func words() {
    let chart = ScatterChart([[0, 1], [0, 1], [.nan, 2]], labels: ["one", "two", "three"])
    #expect(
      chart.words
        == "Scatter chart. 2 points, from left to right 0 to 0, from bottom to top 1 to 1. one (0, 1), two (0, 1). "
        + "1 of 3 points cannot be shown: not finite.")
  }

  @Test("Each place of the plane belongs to the class with the highest score")
  func boundary() throws {
    let chart = DecisionBoundary(
      points: [[0, 0], [10, 10], [10, 0]], classes: [0, 1, 1], names: ["left", "right"], resolution: 10
    ) { places in places.map { [5 - $0[0], $0[0] - 5] } }
    #expect(chart.grid == Array(repeating: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1], count: 10))
    #expect(
      chart.words
        == "Decision boundary. The plane from left to right 0 to 10, from bottom to top 0 to 10 goes to left 50 %, "
        + "right 50 %. 3 of 3 points lie where the model names their class.")
    #expect(chart.text(width: 20).split(separator: "\n").contains("·········::::::::B"))
    #expect(chart.text(width: 80).hasPrefix("A left, on ·   B right, on :   (letters: points)\n"))
    // The border is one line from top to bottom, in ten pieces.
    let border = try #require(
      XMLCheck(chart.svg).elements.first { $0.attributes["fill"] == "none" && $0.attributes["stroke-width"] == "1.5" })
    #expect(border.attributes["d"]?.count { $0 == "M" } == 10)
  }

  @Test("A place without a score that is a number belongs to no class")
  func noScore() {
    let chart = DecisionBoundary(points: [[0, 0], [1, 1]], classes: [0, 0], names: ["all"], resolution: 4) { places in
      places.map { [$0[0] < 0.5 ? .nan : 1] }
    }
    #expect(chart.grid[0] == [-1, -1, 0, 0])
    #expect(chart.words.contains("goes to all 50 %. 1 of 2 points"))
    #expect(chart.text(width: 20).contains("????"))
  }
}
