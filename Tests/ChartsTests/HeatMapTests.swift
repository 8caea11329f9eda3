import DrawingChecks
import Testing

@testable import Charts

@Suite("Heat maps") struct HeatMapTests {
  @Test("A small map has each number on its colour, and the names of rows and columns")
  func small() throws {
    let map = HeatMap([[0, 1], [0.25, .nan]], rows: ["the", "cat"], columns: ["a", "b"])
    let check = try XMLCheck(map.svg)
    #expect(check.texts.dropFirst(3) == ["0", "1.00", "0.25", "–", "the", "cat", "a", "b", "1", "0.5", "0"])
    let fields = check.elements.filter { $0.attributes["height"] == "25" }.compactMap { $0.attributes["fill"] }
    #expect(fields == ["rgb(0,34,78)", "rgb(254,232,56)", "rgb(65,77,107)"])
    #expect(
      map.text(width: 60) == """
                 a      b
        the     0·  1.00█
        cat  0.25░     –?
        2 rows, 2 columns; largest 1 in row “the”, column “b”;
        smallest 0 in row “the”, column “a”. 1 number is not finite.
        """)
  }

  @Test("In characters each field has a shade and its number")
  func text() {
    #expect(
      HeatMap([[0, 1], [0.25, 0.5]], rows: ["the", "cat"], columns: ["a", "b"]).text(width: 80) == """
                 a      b
        the     0·  1.00█
        cat  0.25░  0.50▒
        2 rows, 2 columns; largest 1 in row “the”, column “b”; smallest 0 in row “the”,
        column “a”.
        """)
  }

  @Test("Of a large table each field is the mean of several numbers, and the picture says so")
  func large() throws {
    let map = HeatMap((0..<100).map { row in Array(repeating: row < 50 ? 0 : 10, count: 130) })
    #expect(map.fields.means.count == 64)
    #expect(map.fields.note == "each field is the mean of up to 2 × 3 numbers")
    #expect(map.svg.contains("each field is the mean of up to 2 × 3 numbers"))
    let all: [Double] = map.fields.means.joined().compactMap { $0 }
    #expect(all.min() == 0 && all.max() == 10)
    #expect(map.text(width: 60).contains("each field is the mean of up to 3 × 5 numbers"))
  }

  @Test(
    "The numbers of a table are written alike",
    arguments: [
      ([0, 1, 0.25, -0.001, 2e-9], ["0", "1.00", "0.25", "0.00", "0.00"]), ([3, -40, 0], ["3", "-40", "0"]),
      ([123.4, 5.6], ["123", "6"]), ([0.001, 0.02], ["0.001", "0.02"]), ([0.5, .nan], ["0.50", "nan"]),
    ] as [([Double], [String])])
  func numbers(numbers: [Double], words: [String]) {
    let table = TableNumbers(numbers)
    #expect(numbers.map(table.text) == words)
  }

  @Test("Very large numbers have a mean")
  func overflow() {
    let map = HeatMap(Array(repeating: Array(repeating: Double.greatestFiniteMagnitude, count: 130), count: 2))
    #expect(map.fields.means[0][0]?.isFinite == true)
  }

  @Test("Attention is told token by token, on a scale from 0 to 1")
  func attention() throws {
    let map = AttentionMap([[1, 0], [0.3, 0.7]], tokens: ["Ġthe", " cat"], title: "head 2")
    #expect(
      map.words == "Attention map: head 2. Each row is a token that looks, each column what it looks at. "
        + "“·the” looks most at “·the” (1), “·cat” looks most at “·cat” (0.7).")
    #expect(try XMLCheck(map.svg).texts.contains("0.5"))
    let cross = AttentionMap([[0.9, 0.1]], from: ["chat"], to: ["cat", "the"])
    #expect(cross.words.contains("“chat” looks most at “cat” (0.9)."))
    #expect(cross.weights == [[0.9, 0.1]])
  }
}
