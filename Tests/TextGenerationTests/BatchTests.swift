import Foundation
import LanguageModels
import NeuralNetworks
import Randomness
import Tensors
import Testing
import Tokenizers

@testable import TextGeneration

/// Texts that are written together are those that are written one by one.
@Suite("Texts written together") struct BatchTests {
  private static let prompts = [[5, 9], [7], [12, 31, 6, 22, 18, 3, 9, 9, 4, 30], [8, 8, 8], [21, 4, 17, 33, 2]]
  private let tokenizer = CharacterTokenizer(
    text: String(String.UnicodeScalarView((0..<39).map { Unicode.Scalar(65 + $0) })))

  private func model(_ name: String) throws -> any CausalLanguageModel {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try AutoModelForCausalLM.load(
      from: tests.appending(path: "LanguageModelsTests/Fixtures/folders/\(name)").path)
  }

  private func check(_ model: any CausalLanguageModel, _ configuration: GenerationConfiguration, batchSize: Int) {
    let generator = TextGenerator(model, tokenizer)
    let together = generator.texts(after: Self.prompts, configuration, batchSize: batchSize)
    #expect(together.count == Self.prompts.count)
    for (ids, text) in zip(Self.prompts, together) {
      let alone = generator.text(after: ids, configuration)
      #expect(text.tokens.map(\.id) == alone.tokens.map(\.id))
      #expect(text.text == alone.text && text.endReason == alone.endReason && text.prompt == alone.prompt)
      for (one, other) in zip(text.tokens, alone.tokens) { #expect(abs(one.probability - other.probability) < 1e-4) }
    }
  }

  // The models look at 24 tokens: the longer ones are forgotten in part, each at its own time.
  @Test(
    "Each text is the one that is written alone", arguments: ["gpt2", "llama"], [(5, 1), (12, 2), (40, 5), (40, 64)])
  func alone(name: String, sizes: (count: Int, batch: Int)) throws {
    try check(model(name), GenerationConfiguration(maximumNewTokens: sizes.count), batchSize: sizes.batch)
  }

  @Test("Texts that end leave the batch, and the others go on", arguments: ["gpt2", "llama"])
  func ends(name: String) throws {
    let model = try model(name)
    var configuration = GenerationConfiguration(maximumNewTokens: 20)
    let written = TextGenerator(model, tokenizer).texts(after: Self.prompts, configuration)
    // Tokens that some of the texts have at different places.
    configuration.stopTokens = Set([written[0].tokens[3].id, written[2].tokens[7].id])
    check(model, configuration, batchSize: 5)
    configuration.stopTokens = []
    configuration.stopSequences = [written[1].tokens[2...3].map(\.text).joined()]
    check(model, configuration, batchSize: 5)
  }

  @Test("Texts that are drawn are drawn by the same lots")
  func drawn() throws {
    let configuration = GenerationConfiguration(maximumNewTokens: 12, temperature: 0.9, topK: 8, seed: 4)
    try check(model("gpt2"), configuration, batchSize: 5)
  }

  @Test("A model that reads texts of one length only writes one after the other")
  func others() {
    let table = withRandomness(seed: 3) {
      TableModel((0..<39).map { _ in Tensor.normal([40]).floats } + [Array(repeating: 0, count: 40)])
    }
    #expect(table.makeCache(padding: [0, 1]) == nil)
    check(table, GenerationConfiguration(maximumNewTokens: 6), batchSize: 5)
  }

  @Test("No prompts give no texts; an empty one is told in words")
  func mistakes() throws {
    let generator = TextGenerator(try model("gpt2"), tokenizer)
    #expect(generator.texts(after: [String]()).isEmpty)
    #expect(
      generator.texts(after: Self.prompts, GenerationConfiguration(maximumNewTokens: 0)).allSatisfy { $0.text == "" })
    #expect(GenerationMistake.prompts(2, texts: 3).description.contains("2 prompts for the tokens of 3 texts"))
  }

  @Test("What stands before a text changes none of its scores", arguments: ["gpt2", "llama"])
  func padding(name: String) throws {
    let model = try model(name)
    let cache = try #require(model.makeCache(padding: [0, 3]))
    let tokens = Tensor([[5, 9, 7, 30, 11], [0, 0, 0, 8, 21]], dtype: .int)
    let next = Tensor([[4], [6]], dtype: .int)
    evaluating {
      let (first, second) = (model.lastLogits(tokens, cache: cache), model.lastLogits(next, cache: cache))
      for (row, ids) in [[5, 9, 7, 30, 11, 4], [8, 21, 6]].enumerated() {
        let whole = model.logits(Tensor(indices: ids).unsqueezed(0), cache: nil)[0]
        #expect(abs(first[row] - whole[ids.count - 2]).max().item < 1e-4)
        #expect(abs(second[row] - whole[ids.count - 1]).max().item < 1e-4)
      }
      // A copy goes on by itself, with some of the texts in another order.
      let copy = cache.copy()
      copy.select([1, 1, 0])
      let third = model.lastLogits(Tensor([[3], [3], [3]], dtype: .int), cache: copy)
      let whole = model.logits(Tensor([[8, 21, 6, 3]], dtype: .int), cache: nil)[0][3]
      #expect(abs(third[0] - whole).max().item < 1e-4 && abs(third[1] - whole).max().item < 1e-4)
    }
  }

  @Test("A text goes on after its prompt with the space that the tokenizer puts there")
  func space() {
    let words = WordTokenizer(text: "the cat sat on a mat .")
    var rows = Array(repeating: Array(repeating: Float(0), count: words.vocabularySize), count: words.vocabularySize)
    for (word, next) in [("the", "cat"), ("cat", "sat"), ("sat", "on"), ("on", "the")] {
      rows[words.ids(of: word)[0]][words.ids(of: next)[0]] = 9
    }
    let generator = TextGenerator(TableModel(rows), words)
    var pieces: [String] = []
    let written = generator.text(after: "the cat", GenerationConfiguration(maximumNewTokens: 3)) { pieces.append($0) }
    #expect(written.description == "the cat sat on the" && written.text == " sat on the")
    #expect(pieces.joined() == written.text)
    #expect(
      generator.texts(after: ["the", "on"], GenerationConfiguration(maximumNewTokens: 1)).map(\.text) == [
        " cat", " the",
      ])
  }
}
