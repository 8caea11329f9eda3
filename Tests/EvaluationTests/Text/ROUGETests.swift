import Displays
import Testing

@testable import Evaluation

@Suite("ROUGE is rouge-score's") struct ROUGETests {
  @Test(
    "Every text against its references",
    arguments: zip(["words", "stems", "characters"], ROUGETokenization.allCases))
  func scores(name: String, tokenization: ROUGETokenization) throws {
    let pairs = try PeerFixture("bleu").list("pairs")
    let wanted = try #require(PeerFixture("rouge").content["scores"]).array(name)
    #expect(pairs.count == wanted.count)
    for (pair, wanted) in zip(pairs, wanted) {
      let text = try pair.text("text")
      let scores = ROUGE(tokenization: tokenization).score(
        text, references: try #require(pair["references"]).strings)
      let all = [scores.unigrams, scores.bigrams, scores.longestSeries, scores.longestSeriesByLines]
      for (score, wanted) in zip(all, wanted.arrayValue ?? []) {
        for (value, wanted) in zip([score.precision, score.recall, score.f1], wanted.numbers) {
          expectClose(value, wanted, "\(text)")
        }
      }
    }
  }

  @Test("Stems are those of NLTK") func stems() throws {
    let stems = try #require(PeerFixture("rouge").content["stems"]?.objectValue)
    #expect(stems.count > 1000)
    for (word, stem) in stems { #expect(PorterStemmer.stem(of: word) == stem.stringValue, "\(word)") }
  }

  @Test("The pair of cats, by hand") func cats() {
    let scores = ROUGE().score("the cat sat on the mat", references: ["the cat is on the mat"])
    expectClose(scores.unigrams.f1, 5.0 / 6)
    expectClose(scores.bigrams.f1, 3.0 / 5)
    expectClose(scores.longestSeries.f1, 5.0 / 6)
    #expect(scores.description.contains("ROUGE-2        0.6000  0.6000  0.6000"))
  }

  @Test("The longest series is in both, in order, and no shorter than any other")
  func series() {
    // All pairs of texts of up to five letters from a pattern, held against trying all subsets.
    let letters = ["a", "b", "c"]
    for seed in 0..<60 {
      let first = (0..<(seed % 6)).map { letters[(seed * 7 + $0 * $0) % 3] }
      let second = (0..<(seed % 5)).map { letters[(seed * 5 + $0 * 2) % 3] }
      let best = (0..<(1 << first.count)).filter { subset in
        let chosen = first.indices.filter { subset >> $0 & 1 == 1 }.map { first[$0] }
        var rest = second[...]
        return chosen.allSatisfy { word in
          guard let place = rest.firstIndex(of: word) else { return false }
          rest = rest[(place + 1)...]
          return true
        }
      }.map(\.nonzeroBitCount).max()
      #expect(CommonSeries(first, second).count == best)
    }
  }
}
