import LanguageModels
import NeuralNetworks
import Tensors
import Tokenizers

/// Writes texts with a model: reads a prompt, chooses the next token, reads that, and so on.
///
///     let tokenizer = CharacterTokenizer(text: "to be or not")
///     let model = GPT(GPTConfiguration(vocabularySize: 8, contextLength: 32, features: 16, layers: 1, heads: 2))
///     let generator = TextGenerator(model, tokenizer)
///     generator.text(after: "to ", GenerationConfiguration(maximumNewTokens: 5)).tokens.count     // 5
///
/// ``texts(after:_:batchSize:)`` goes on with several prompts at once.
///
/// The keys and values of the text so far are kept, so that each step costs the same. A text that has become longer than
/// the model can look at goes on from its last half.
public struct TextGenerator {
  public let model: any CausalLanguageModel
  public let tokenizer: any Tokenizer

  public init(_ model: any CausalLanguageModel, _ tokenizer: any Tokenizer) {
    do { try tokenizer.check(model) } catch { stop(.mismatch(error)) }
    self.model = model
    self.tokenizer = tokenizer
  }

  /// Writes on after a prompt.
  ///
  /// - Parameter onText: Told each piece of text as soon as it is certain; a piece is never half a character.
  public func text(
    after prompt: String, _ configuration: GenerationConfiguration = GenerationConfiguration(),
    onText: (String) -> Void = { _ in }
  ) -> GeneratedText {
    text(after: tokenizer.ids(of: prompt), prompt: prompt, configuration, onText: onText)
  }

  /// Writes on after the tokens of a prompt, which may hold special ones.
  public func text(
    after ids: [Int], prompt: String? = nil, _ configuration: GenerationConfiguration = GenerationConfiguration(),
    onText: (String) -> Void = { _ in }
  ) -> GeneratedText {
    do { return try written(after: ids, prompt: prompt, configuration, onText: onText) } catch {
      stop(.nonFinite(error))
    }
  }

  /// The same, where a spoilt model does not end the program.
  /// - Throws: ``NonFiniteNumber`` if the model's scores are no numbers.
  package func written(
    after ids: [Int], prompt: String?, _ configuration: GenerationConfiguration, onText: (String) -> Void
  ) throws(NonFiniteNumber) -> GeneratedText {
    var text = TextUnderWay(tokenizer, after: ids, configuration)
    func give(_ certain: String) { if !certain.isEmpty { onText(certain) } }
    var tokens = TokenSequence(model, after: ids, configuration)
    while let token = try tokens.nextToken() {
      give(text.take(token.id, probability: token.probability))
      if text.isEnded { break }
    }
    give(text.finish())
    return text.text(prompt: prompt ?? tokenizer.text(of: ids))
  }
}
