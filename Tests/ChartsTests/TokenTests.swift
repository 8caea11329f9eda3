import DrawingChecks
import Testing

@testable import Charts

@Suite("Tokens and trees") struct TokenTests {
  @Test("Spaces and ends of lines are seen, and each token has its number below")
  func strip() throws {
    let strip = TokenStrip(["The", " cat", "Ċ", "▁sat\t"], ids: [464, 3797, 198, 0])
    #expect(strip.text(width: 80) == "[The] 464  [·cat] 3797  [⏎] 198  [·sat⇥] 0")
    #expect(strip.words == "4 tokens: The 464, ·cat 3797, ⏎ 198, ·sat⇥ 0.")
    let check = try XMLCheck(strip.svg)
    #expect(check.texts.dropFirst(3) == ["The", "·cat", "⏎", "·sat⇥", "464", "3797", "198", "0"])
    #expect(check.elements.filter { $0.name == "rect" && $0.attributes["stroke"] != nil }.count == 4)
  }

  @Test("A long text is wrapped, and its end is left out")
  func long() throws {
    let strip = TokenStrip((0..<500).map { "token\($0)" })
    let check = try XMLCheck(strip.svg)
    #expect(check.texts.last == "… 300 more tokens")
    for box in check.elements where box.name == "rect" {
      let (x, width) = (box.attributes["x"].flatMap(Double.init), box.attributes["width"].flatMap(Double.init))
      #expect(try #require(x) + #require(width) <= 720)
    }
    #expect(strip.text(width: 40).hasSuffix("… 300 more tokens"))
  }

  @Test("With scores the boxes have the colours of a heat map, and what is not finite has none")
  func scores() throws {
    let strip = TokenStrip(["a", "b", "c"], scores: [0, 2, .nan])
    let boxes = try XMLCheck(strip.svg).elements.filter { $0.attributes["rx"] == "3" }.compactMap {
      $0.attributes["fill"]
    }
    #expect(boxes == ["rgb(0,34,78)", "rgb(254,232,56)", SeriesStyle.colors[2]])
    #expect(strip.text(width: 80) == "[a] 0  [b] 2  [c] nan")
  }

  private let tree = ProbabilityTree(
    "The",
    [
      Branch("cat", 0.6, [Branch("sat", 0.5), Branch("ran", 0.2)]),
      Branch("dog", 0.4, [Branch("ran", 0.9)]),
    ])

  @Test("A tree in characters, exactly; the likeliest path is not that of the likeliest first token")
  func treeText() {
    #expect(
      tree.text(width: 80) == """
        The
        ├─ cat 0.6
        │  ├─ sat 0.5   path 0.3
        │  └─ ran 0.2   path 0.12
        └─ dog 0.4
           └─ ran 0.9   path ★ 0.36
        The likeliest path: The dog ran, with probability 0.36.
        """)
  }

  @Test("A tree has a box for each token, a line to each but the first, and marks the likeliest path")
  func treeDrawing() throws {
    let check = try XMLCheck(tree.svg)
    #expect(check.elements.filter { $0.attributes["rx"] == "5" }.count == 6)
    #expect(
      check.elements.filter { $0.name == "path" }.map { $0.attributes["stroke-width"] } == [
        "4", "3", "3.5", "2", "5.5",
      ])
    #expect(check.elements.filter { $0.name == "text" && $0.attributes["font-weight"] == "600" }.count == 4)
    #expect(check.texts.contains("★ 0.36") && check.texts.contains("0.12"))
  }

  @Test("Of a large or deep tree the beginning is drawn, and what is left out is counted")
  func largeTree() {
    #expect(ProbabilityTree("a", (0..<200).map { Branch("b\($0)", 0.005) }).hiddenNote == "… 81 more branches")
    var branch = Branch("end", 1)
    for _ in 0..<100 { branch = Branch("next", 1, [branch]) }
    #expect(ProbabilityTree("a", [branch]).nodes.count == 13)
    #expect(ProbabilityTree("a", []).words.hasSuffix("Nothing follows."))
  }
}
