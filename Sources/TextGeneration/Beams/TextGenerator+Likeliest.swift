import Foundation
import LanguageModels

extension TextGenerator {
  /// The likeliest text after the tokens of a prompt.
  ///
  /// - Parameter configuration: What ends the text: its stop sequences and stop tokens.
  /// - Throws: ``NonFiniteNumber`` if the model's scores are no numbers.
  package func likeliest(
    after ids: [Int], prompt: String, _ search: BeamSearch, _ configuration: GenerationConfiguration
  ) throws(NonFiniteNumber) -> GeneratedText {
    /// A text that was found, as if it were written token by token.
    func underWay(_ tokens: [Int], _ probabilities: [Double] = []) -> TextUnderWay {
      var text = TextUnderWay(tokenizer, after: ids, configuration)
      for (place, id) in tokens.enumerated() where !text.isEnded {
        _ = text.take(id, probability: Float(probabilities.isEmpty ? 1 : probabilities[place]))
      }
      return text
    }
    let hasStops = !configuration.stopSequences.isEmpty
    let found = try search.found(model, after: ids) { hasStops && underWay($0).isEnded }
    let best = found.first ?? BeamSearch.Text(ids: [], score: 0, logProbabilities: [])
    var text = underWay(best.ids, best.logProbabilities.map { exp($0) })
    _ = text.finish()
    return text.text(prompt: prompt)
  }
}
