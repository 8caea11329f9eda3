import DrawingChecks
import Testing

@testable import Charts

@Suite("Bars") struct BarTests {
  @Test("A small chart in characters, exactly")
  func text() {
    #expect(
      BarChart(["cat": 0.5, "seven": 0.25, "dog": 0], title: "next").text(width: 24) == """
        next
          cat  ███████████   0.5
        seven  █████▌       0.25
          dog                  0
        """)
  }

  static let sentence = "How does a computer get better at a task?"

  @Test("A sentence stands whole beside its bar, and takes its room from it")
  func longNames() throws {
    let chart = BarChart([1, 0.5], labels: [BarTests.sentence, "short"])
    let check = try XMLCheck(chart.svg)
    #expect(check.texts.contains(BarTests.sentence))
    let width = try #require(check.elements.first?.attributes["width"].flatMap(Double.init))
    #expect(width <= 600)
    #expect(chart.words.contains(BarTests.sentence))
    #expect(
      chart.text(width: 72) == """
        How does a computer get better at a task?  ████████████████████████    1
                                            short  ████████████              0.5
        """)
  }

  @Test(
    "A name that is longer than its place ends at the end of a word",
    arguments: [
      (BarTests.sentence, 41, BarTests.sentence), (BarTests.sentence, 40, "How does a computer get better at a…"),
      (BarTests.sentence, 24, "How does a computer get…"), (BarTests.sentence, 23, "How does a computer…"),
      ("transformers", 8, "transfo…"), ("長い長い長い", 7, "長い長…"), ("長い長い", 8, "長い長い"), ("", 4, ""),
    ])
  func cutNames(name: String, columns: Int, expected: String) {
    #expect(Lettering.name(name, columns: columns) == expected)
    #expect(Lettering.name(name, columns: columns).columns <= columns)
  }

  @Test("A title that is too long ends at the end of a word, in a picture, in characters and in words")
  func longTitles() throws {
    let title = "How sure the model is of each of the words that may come next in the sentence"
    let chart = BarChart([1], labels: ["cat"], title: title)
    let cut = "How sure the model is of each of the words that may come next…"
    #expect(try XMLCheck(chart.svg).texts.contains(cut))
    #expect(chart.words.hasPrefix("Bar chart: \(cut)."))
    #expect(chart.text(width: 30).hasPrefix("How sure the model is of each…\n"))
  }

  @Test("Bars of negative numbers go to the left, and each has its number")
  func negative() throws {
    let check = try XMLCheck(BarChart([3, -1], labels: ["up", "down"]).svg)
    #expect(check.texts.suffix(4) == ["up", "3", "down", "-1"])
    let bars = try #require(check.elements.first { $0.attributes["fill"] == SeriesStyle.colors[0] })
    #expect(bars.attributes["d"] == "M159.7 19h247.5v18h-247.5ZM77.2 43h82.5v18h-82.5Z")
  }

  @Test("Numbers are counted in bins with round borders")
  func histogram() {
    let histogram = Histogram([0, 0.1, 0.2, 0.2, 0.3, 0.6, 1], bins: 5)
    #expect(histogram.borders == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(histogram.counts == [2, 3, 0, 1, 1])
    #expect(histogram.words == "Histogram. 7 numbers, mean 0.343; most of them, 3, from 0.2 to 0.4.")
  }

  @Test("Each finite number lies in the bin between whose borders it is", arguments: [1, 3, 10, 30, 200])
  func everyNumber(bins: Int) {
    let numbers = (0..<2000).map { Double(($0 * 7919) % 1009) / 100 - 3 }
    let histogram = Histogram(numbers + [.nan, .infinity], bins: bins)
    for (bin, count) in histogram.counts.enumerated() {
      let isLast = bin == histogram.counts.count - 1
      let (low, high) = (histogram.borders[bin], histogram.borders[bin + 1])
      #expect(count == numbers.count { $0 >= low && ($0 < high || isLast && $0 == high) })
    }
    #expect(histogram.counts.reduce(0, +) == 2000)
    #expect(histogram.words.hasSuffix("2 of 2002 numbers cannot be shown: not finite."))
  }
}
