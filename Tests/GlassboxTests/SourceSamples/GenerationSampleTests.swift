import Glassbox
import Testing

/// The pipeline that goes on from "The world is a beautiful place,".
@Suite("Sample: a pipeline that writes") struct GenerationSampleTests {
  private let prompt = "The world is a beautiful place,"

  // In Python the result is a list with a dictionary; here it is a value whose description is the whole text.
  @Test("The pipeline of a folder goes on from a text")
  func writing() throws {
    let generator = try pipeline(.textGeneration, model: ModelFolders.tiny("gpt2"))
    let written = try generator(prompt, GenerationConfiguration(maximumNewTokens: 12))
    #expect(written.tokens.count == 12 && "\(written)".hasPrefix(prompt))
  }

  // The sample sets no seed and draws lots, so it never shows the same text twice.
  @Test("The same seed writes the same text, another one another")
  func seeds() throws {
    let generator = try pipeline(.textGeneration, model: ModelFolders.tiny("gpt2"))
    func text(_ seed: UInt64) throws -> String {
      var configuration = GenerationConfiguration(maximumNewTokens: 12, temperature: 1)
      configuration.seed = seed
      return try generator(prompt, configuration).text
    }
    #expect(try text(1) == text(1) && text(1) != text(2))
  }

  @Test("The text comes in pieces while it is written")
  func streaming() throws {
    let generator = try pipeline(.textGeneration, model: ModelFolders.tiny("gpt2"))
    var pieces: [String] = []
    let written = try generator(prompt, GenerationConfiguration(maximumNewTokens: 12)) { pieces.append($0) }
    #expect(pieces.joined() == written.text && pieces.count > 1)
  }

  @Test("A model of one's own takes the place of a loaded one")
  func ownModel() throws {
    let tokenizer = CharacterTokenizer(text: prompt)
    let model = NGramModel(order: 4, vocabularySize: tokenizer.vocabularySize)
    model.count(tokenizer.ids(of: prompt))
    let written = TextGenerator(model, tokenizer).text(after: "The w", GenerationConfiguration(maximumNewTokens: 8))
    #expect(written.text == "orld is ")
  }
}
