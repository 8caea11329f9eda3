import Testing

@testable import Charts

@Suite("Mistakes in charts are told") struct MistakeTests {
  @Test("Labels that do not fit end the program with both counts")
  func labels() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = BarChart([1, 2, 3], labels: ["a"])
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("BarChart needs as many labels as values: it got 1 labels and 3 values."))
  }

  @Test("Rows of different lengths end the program with both lengths")
  func rows() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = HeatMap([[1, 2], [3]])
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("HeatMap needs rows of one length: row 0 has 2 numbers, row 1 has 1."))
  }

  @Test("The other mistakes have words too")
  func words() {
    #expect(ChartMistake.coordinates(chart: "ScatterChart", point: 3, count: 1).description.contains("point 3 has 1."))
    #expect(ChartMistake.unknownClass(chart: "DecisionBoundary", 4, classes: 2).description.hasSuffix("no class 4."))
    #expect(ChartMistake.bins(0).description.contains("it got 0."))
  }
}
