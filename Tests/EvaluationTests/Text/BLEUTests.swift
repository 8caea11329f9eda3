import Displays
import Testing

@testable import Evaluation

@Suite("BLEU and chrF are sacreBLEU's") struct BLEUTests {
  private let fixture: PeerFixture
  private let texts: [String]
  private let references: [[String]]

  init() throws {
    fixture = try PeerFixture("bleu")
    texts = try fixture.list("pairs").map { try $0.text("text") }
    references = try fixture.list("pairs").map { try $0.array("references").compactMap(\.stringValue) }
  }

  private func bleu(_ setting: JSON) throws -> BLEU {
    var bleu = BLEU()
    if let name = setting["tokenize"]?.stringValue {
      bleu.tokenization = try #require(BLEUTokenization(rawValue: name))
    }
    let value = setting["smooth_value"]?.doubleValue
    switch setting["smooth_method"]?.stringValue {
    case "none": bleu.smoothing = .none
    case "floor": bleu.smoothing = value.map { .floor($0) } ?? .floor()
    case "add-k": bleu.smoothing = value.map { .addK($0) } ?? .addK()
    default: bleu.smoothing = .exponential
    }
    bleu.longestRun = setting["max_ngram_order"]?.integerValue ?? 4
    bleu.ignoresCase = setting["lowercase"] == .boolean(true)
    bleu.usesEffectiveOrder = setting["effective_order"] == .boolean(true)
    return bleu
  }

  private func expect(_ score: BLEUScore, _ wanted: JSON, _ comment: Comment) throws {
    expectClose(score.value, try wanted.number("score"), comment)
    for (precision, expected) in zip(score.precisions, try #require(wanted["precisions"]).numbers) {
      expectClose(precision, expected, comment)
    }
    expectClose(score.brevityPenalty, try wanted.number("bp"), comment)
    #expect(
      [score.length, score.referenceLength] == wanted["lengths"]?.arrayValue?.compactMap(\.integerValue), comment)
    #expect(score.signature == (try wanted.text("signature")), comment)
  }

  @Test("Every sentence and corpus, with each of 13 settings")
  func scores() throws {
    let settings = try fixture.list("bleu")
    #expect(settings.count == 13)
    for entry in settings {
      let bleu = try bleu(try #require(entry["setting"]))
      let sentences = try entry.array("sentences")
      #expect(sentences.count == texts.count)
      for (position, wanted) in sentences.enumerated() {
        let score = bleu.score(texts[position], references: references[position])
        try expect(score, wanted, "\(bleu.signature): \(texts[position])")
      }
      for (range, wanted) in zip([0..<28, 0..<10, 14..<18], try entry.array("corpora")) {
        try expect(bleu.score(Array(texts[range]), references: Array(references[range])), wanted, "\(range)")
      }
    }
  }

  @Test("Words are those of each tokenization", arguments: BLEUTokenization.allCases)
  func words(tokenization: BLEUTokenization) throws {
    let wanted = try #require(fixture.content["tokens"]).array(tokenization.rawValue)
    #expect(wanted.count == texts.count)
    for (text, wanted) in zip(texts, wanted) { #expect(tokenization.words(text) == wanted.strings, "\(text)") }
  }

  @Test("chrF and chrF++")
  func chrF() throws {
    for entry in try fixture.list("chrf") {
      let setting = try #require(entry["setting"])
      let chrF = ChrF(
        characters: setting["char_order"]?.integerValue ?? 6, words: setting["word_order"]?.integerValue ?? 0,
        beta: setting["beta"]?.doubleValue ?? 2, ignoresCase: setting["lowercase"] == .boolean(true),
        countsSpaces: setting["whitespace"] == .boolean(true))
      for (position, wanted) in try #require(entry["sentences"]).numbers.enumerated() {
        expectClose(
          chrF.score([texts[position]], references: [references[position]]), wanted, "\(texts[position])")
      }
      expectClose(chrF.score(texts, references: references), try entry.number("corpus"))
    }
  }

  // By hand: 5/6, 3/5, 1/4, 0/3, the square root of the first two, and 0 as one is 0.
  @Test("The pair of cats") func cats() {
    let cats = (["the cat sat on the mat"], [["the cat is on the mat"]])
    let score = BLEU(smoothing: .none).score(cats.0, references: cats.1)
    #expect(score.matches == [5, 3, 1, 0])
    #expect(score.totals == [6, 5, 4, 3])
    #expect(score.value == 0)
    expectClose(BLEU(smoothing: .none, longestRun: 2).score(cats.0, references: cats.1).value, 70.7106781, within: 1e-6)
    // exp(1 - 6 / 3), and of seven times the same word two count.
    let short = BLEU().score(["the cat sat"], references: cats.1)
    expectClose(short.brevityPenalty, 0.367879, within: 1e-6)
    #expect(BLEU().score("the the the the the the the", references: cats.1[0]).matches[0] == 2)
  }

  @Test("A score shows itself as a line and a table") func display() {
    let score = BLEU().score("the cat sat on the mat", references: ["the cat is on the mat"])
    #expect(
      score.description == """
        BLEU|case:mixed|eff:no|tok:13a|smooth:exp = 37.99 83.3/60.0/25.0/16.7 \
        (BP = 1.000 ratio = 1.000 hyp_len = 6 ref_len = 6)
        """)
    #expect(score.display.text.hasSuffix("4      0    3            16.7"))
  }

  @Test("An accent of its own makes another word, as in sacreBLEU") func spelling() {
    let (text, reference) = (
      "caf\u{E9} au lait , s\u{2019}il vous plait", "cafe\u{301} au lait , s\u{2019}il vous plait"
    )
    expectClose(BLEU().score(text, references: [reference]).value, 80.910_671_157_022_07)
    expectClose(ChrF().score([text], references: [[reference]]), 82.495_642_299_874_73)
    expectClose(ChrF(words: 2).score([text], references: [[reference]]), 83.007_792_535_192_07)
  }
}
