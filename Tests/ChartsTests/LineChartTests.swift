import DrawingChecks
import Testing

@testable import Charts

@Suite("Lines") struct LineChartTests {
  /// The path of each line of a chart.
  private func lines(_ chart: LineChart) throws -> [String] {
    try XMLCheck(chart.svg).elements.filter { $0.attributes["stroke-linejoin"] == "round" }
      .compactMap { $0.attributes["d"] }
  }

  @Test("A small chart, exactly")
  func small() throws {
    let chart = LineChart([0, 10, 5])
    #expect(try lines(chart) == ["M38.4 246L309.4 16 580.4 131"])
    #expect(
      chart.text(width: 30) == """
        10 ┤           ⢀⠎⠢⡀
           │          ⢀⠎  ⠈⠢⡀
         8 ┤         ⢀⠎     ⠈⠢⡀
           │        ⢀⠎        ⠈⠢⡀
         6 ┤       ⢠⠃           ⠈⠢⡀
           │      ⢠⠃              ⠈⠢⡀
           │     ⢠⠃                 ⠈
         4 ┤    ⢠⠃
           │   ⡰⠁
         2 ┤  ⡰⠁
           │ ⡰⠁
         0 ┤⡰⠁
           └─────────────────────────
            0           1           2
        3 points, from 0 to 5; lowest
        0 at 0, highest 10 at 1.
        """)
  }

  @Test("Lines have names, colours, and dashes")
  func several() throws {
    let chart = LineChart(["training": [3, 2, 1], "validation": [3, 2.5, 2]], title: "loss", x: "epoch")
    let check = try XMLCheck(chart.svg)
    #expect(check.texts.contains("training") && check.texts.contains("validation") && check.texts.contains("epoch"))
    let dashes = check.elements.filter { $0.attributes["stroke-linejoin"] == "round" }
      .map { $0.attributes["stroke-dasharray"] }
    #expect(dashes == [nil, "7 4"])
    #expect(
      chart.words == "Line chart: loss. training: 3 points, from 3 to 1; lowest 1 at 2, highest 3 at 0. "
        + "validation: 3 points, from 3 to 2; lowest 2 at 2, highest 3 at 0.")
    #expect(
      chart.text(width: 80).split(separator: "\n").suffix(2) == [
        "training: 3 points, from 3 to 1; lowest 1 at 2, highest 3 at 0.",
        "validation: 3 points, from 3 to 2; lowest 2 at 2, highest 3 at 0.",
      ])
  }

  @Test("What is not finite leaves a gap, and the chart says so")
  func gaps() throws {
    let chart = LineChart([1, 2, .nan, 4, .infinity, 6, 7])
    let path = try #require(lines(chart).first)
    #expect(path.count { $0 == "M" } == 2)
    // The number between two gaps is a dot.
    let dots = try XMLCheck(chart.svg).elements.filter { $0.attributes["fill"] == SeriesStyle(0).color }
    #expect(dots.count == 1)
    #expect(chart.svg.contains("2 of 7 numbers cannot be shown: not finite"))
    #expect(LineChart([0, -1, 10], scale: .logarithmic).words.hasSuffix("not finite or not above zero."))
  }

  @Test("Of a million points those are drawn that can be seen")
  func thinning() throws {
    let numbers = (0..<1_000_000).map { $0 == 777_777 ? 100.0 : Double($0 % 10) }
    let chart = LineChart(numbers)
    #expect(chart.svg.utf8.count < 60_000)
    #expect(chart.words.contains("1000000 points, from 0 to 9; lowest 0 at 0, highest 100 at 777777."))
    let axes = chart.axes
    let kept = try #require(chart.series[0].pieces(columns: 500, axes.x, axes.y).first)
    #expect(kept.contains { $0.x == 777_777 && $0.y == 100 })
    #expect(kept.count <= 4 * 501)
    #expect(kept.first?.x == 0 && kept.last?.x == 999_999)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test("The thinned line keeps the lowest and the highest point of each column")
  func envelope() {
    let numbers = (0..<5000).map { Double(($0 * 7919) % 1009) }
    let series = Series("", numbers)
    let axes = LineChart(numbers).axes
    let kept = series.pieces(columns: 50, axes.x, axes.y).joined()
    for column in 0..<50 {
      let all = (0..<5000).filter { Int((axes.x.share(Double($0)) ?? 0) * 50) == column }.map { numbers[$0] }
      let seen = kept.filter { Int((axes.x.share($0.x) ?? 0) * 50) == column }.map(\.y)
      #expect(seen.min() == all.min() && seen.max() == all.max())
    }
  }

  @Test("A chart without numbers says so")
  func empty() {
    #expect(LineChart([Double]()).words == "Line chart. There is nothing to show.")
    #expect(
      LineChart([Double.nan]).words == "Line chart. No numbers to show. 1 of 1 numbers cannot be shown: not finite.")
    #expect(LineChart([3]).words == "Line chart. 3 at 0.")
  }
}
