import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing
import Tokenizers

@testable import TextGeneration

@Suite("Writing texts") struct GenerationTests {
  /// After a comes b, after b comes c, after c comes a; the second choice is always d, which goes back to a.
  private let model = TableModel([[0, 3, 1, 2], [1, 0, 3, 2], [3, 1, 0, 2], [3, 0, 0, 0]])
  private let tokenizer = CharacterTokenizer(text: "abcd")

  @Test("Greedy writing takes the likeliest token each time")
  func greedy() {
    let generator = TextGenerator(model, tokenizer)
    let written = generator.text(after: "a", GenerationConfiguration(maximumNewTokens: 5))
    #expect(written.text == "bcabc" && written.endReason == .length && "\(written)" == "abcabc")
    // exp 3 / (exp 0 + exp 3 + exp 1 + exp 2)
    #expect(abs(written.tokens[0].probability - 0.643914) < 1e-5)
    let cold = generator.text(after: "a", GenerationConfiguration(maximumNewTokens: 5, temperature: 0))
    #expect(cold.text == "bcabc")
  }

  @Test("The same seed writes the same text, another one another")
  func seeds() {
    let generator = TextGenerator(model, tokenizer)
    func text(_ seed: UInt64) -> String {
      generator.text(after: "a", GenerationConfiguration(maximumNewTokens: 30, temperature: 1.5, seed: seed)).text
    }
    #expect(text(1) == text(1))
    #expect(Set((0..<8).map { text(UInt64($0)) }).count == 8)
  }

  @Test("Tokens are chosen as often as they are likely")
  func frequencies() {
    var chooser = TokenChooser(GenerationConfiguration(temperature: 1, seed: 4), promptLength: 0)
    var counts = [0, 0, 0]
    for _ in 0..<6000 { counts[chooser.choose([2, 1, 0.1], context: []).id] += 1 }
    // softmax([2, 1, 0.1]) = [0.659, 0.242, 0.099]; four standard deviations are at most 0.025.
    for (count, share) in zip(counts, [0.659, 0.242, 0.099]) { #expect(abs(Double(count) / 6000 - share) < 0.025) }
  }

  // Recomputed in double precision: softmax([2, 1, 0.1] / T).
  @Test(
    "A higher temperature makes tokens more alike",
    arguments: [
      (0.5, [0.864, 0.117, 0.019]), (0.7, [0.766, 0.184, 0.051]), (1.0, [0.659, 0.242, 0.099]),
      (2.0, [0.502, 0.304, 0.194]), (10.0, [0.366, 0.331, 0.303]),
    ] as [(Double, [Double])])
  func temperatures(value: Double, wanted: [Double]) {
    var scores: [Float] = [2, 1, 0.1]
    Temperature(value).apply(to: &scores, context: [])
    for (found, wanted) in zip(shares(of: scores), wanted) { #expect(abs(Double(found) - wanted) < 6e-4) }
  }

  @Test("The smallest temperature leaves the best token", arguments: [1e-320, 1e-50, 1e-40, 1e-10])
  func smallTemperatures(value: Double) {
    var scores: [Float] = [0, 2, 3, -1]
    Temperature(value).apply(to: &scores, context: [])
    #expect(shares(of: scores) == [0, 0, 1, 0])
  }

  @Test("A stop sequence ends the text and is not in it, wherever tokens meet", arguments: ["ca", "bca", "c", "cabca"])
  func stopSequences(stop: String) {
    var configuration = GenerationConfiguration(maximumNewTokens: 12)
    configuration.stopSequences = ["zz", stop]
    var pieces = ""
    let written = TextGenerator(model, tokenizer).text(after: "a", configuration) { pieces += $0 }
    #expect(written.endReason == .stopSequence)
    let whole = "bcabcabcabca"
    let wanted = whole.range(of: stop).map { String(whole[..<$0.lowerBound]) }
    #expect(written.text == wanted && pieces == wanted)
  }

  @Test("What looked like a stop and was none is given out in the end")
  func almostStop() {
    var configuration = GenerationConfiguration(maximumNewTokens: 5)
    configuration.stopSequences = ["bcd", "abcx"]
    var pieces = ""
    let written = TextGenerator(model, tokenizer).text(after: "a", configuration) { pieces += $0 }
    #expect(written.text == "bcabc" && pieces == "bcabc" && written.endReason == .length)
  }

  @Test("A stop that is whole counts before a longer one that has only begun")
  func stopInAnother() {
    var search = StopSearch(["abcd", "b"])
    #expect(search.take("xab") == "xa" && search.isFound && search.text == "xa")
    var split = StopSearch(["\n\n"])
    #expect(split.take("a\n") == "a" && split.take("b\n") == "\nb" && split.take("\nc").isEmpty && split.isFound)
  }

  @Test("A stop token ends the text")
  func stopToken() {
    var configuration = GenerationConfiguration(maximumNewTokens: 12)
    configuration.stopTokens = [0]
    let written = TextGenerator(model, tokenizer).text(after: "a", configuration)
    #expect(written.text == "bc" && written.endReason == .stopToken && written.tokens.count == 2)
  }

  @Test("A text that outgrows the model goes on from its last half")
  func longText() {
    let short = TableModel([[0, 3, 1, 2], [1, 0, 3, 2], [3, 1, 0, 2], [3, 0, 0, 0]], contextLength: 4)
    let written = TextGenerator(short, tokenizer).text(after: "a", GenerationConfiguration(maximumNewTokens: 11))
    #expect(written.text == "bcabcabcabc")
    let gpt = withRandomness(seed: 1) {
      GPT(GPTConfiguration(vocabularySize: 4, contextLength: 8, features: 8, layers: 1, heads: 2))
    }
    let long = TextGenerator(gpt, tokenizer).text(after: "abc", GenerationConfiguration(maximumNewTokens: 40))
    #expect(long.tokens.count == 40)
  }

  @Test("Pieces never hold half a character")
  func halfCharacters() throws {
    let bytes = try PipelineTokenizer.trainedBytePairs(on: ["x"], vocabularySize: 256)
    let ids = bytes.ids(of: "水")
    // A model that writes the three bytes of 水 again and again.
    var rows = Array(repeating: Array(repeating: Float(0), count: 256), count: 256)
    for (id, next) in zip(ids, ids.dropFirst() + ids.prefix(1)) { rows[id][next] = 9 }
    var pieces: [String] = []
    let generator = TextGenerator(TableModel(rows), bytes)
    let written = generator.text(after: [ids[2]], GenerationConfiguration(maximumNewTokens: 7)) { pieces.append($0) }
    #expect(pieces == ["水", "水", "\u{FFFD}"] && written.text == "水水\u{FFFD}")
  }

  @Test("One beam is greedy search; as many as there are texts find the likeliest of all")
  func beams() {
    let greedy = BeamSearch(beams: 1, maximumNewTokens: 5).texts(model, after: [0])
    #expect(greedy.map(\.ids) == [[1, 2, 0, 1, 2]])
    let all = BeamSearch(beams: 64, maximumNewTokens: 3, lengthPenalty: 0).texts(model, after: [3])
    #expect(all.count == 64)
    let table = withoutGradients { logSoftmax(model.table.value) }.floats
    func score(_ ids: [Int]) -> Double {
      zip([3] + ids, ids).reduce(0) { $0 + Double(table[4 * $1.0 + $1.1]) }
    }
    var best = -Double.infinity
    for a in 0..<4 { for b in 0..<4 { for c in 0..<4 { best = max(best, score([a, b, c])) } } }
    #expect(abs(all[0].score - best) < 1e-5)
    #expect(all.allSatisfy { abs($0.score - score($0.ids)) < 1e-5 })
    let tree = Array(all.prefix(3)).tree(after: "d") { self.tokenizer.token(for: $0) ?? "" }
    #expect(tree.branches.first?.token == "a")
  }

  @Test("A beam that has ended competes with those that go on")
  func endedBeams() {
    let search = BeamSearch(beams: 2, maximumNewTokens: 6, lengthPenalty: 1, stopTokens: [3])
    let found = search.texts(model, after: [0])
    #expect(found.count == 2 && found[0].score >= found[1].score)
    #expect(found.contains { $0.ids.last == 3 } || found.allSatisfy { $0.ids.count == 6 })
  }

  @Test(
    "What cannot be written is told in words",
    arguments: [
      (GenerationMistake.emptyPrompt, "the prompt has no tokens"),
      (.promptTooLong(count: 9, limit: 4), "9 tokens, and the model looks at 4 at most"),
      (.setting("topP", 2, wanted: "above 0 and at most 1"), "topP is 2.0. It should be above 0 and at most 1."),
      (.mismatch(.tokens(tokenizer: 9, model: 4)), "They belong to different models"),
    ])
  func words(mistake: GenerationMistake, words: String) {
    #expect(mistake.description.contains(words))
  }

  @Test("Mistakes stop the program with their words")
  func stops() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { _ = TopP(2) }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("topP is 2.0. It should be above 0 and at most 1."))
  }
}
