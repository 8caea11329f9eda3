import Glassbox
import Testing

/// The examples of tokenizers with a token for each character.
@Suite("The examples of characters as tokens") struct CharacterExampleTests {
  @Test("In the form of the field's files")
  func characters() {
    let tokenizer = PipelineTokenizer.characters(of: ["hello"], specialTokens: ["<|end|>"])
    #expect(tokenizer.ids(of: "hole") == [2, 4, 3, 1])
  }
}
