import Displays
import Foundation

/// How well a model foresees a text: what it was surprised by, in all.
///
///     let likelihood = TextLikelihood(probabilities: [0.2, 0.5, 0.1, 0.4])
///     likelihood.meanNats       // 1.3804
///     likelihood.perplexity     // 3.9764
///
/// A token that the model gave the probability p costs -ln p nats. Perplexity, exp of the mean, is among how many tokens
/// the model was as unsure as if all were equally likely. Models with different tokens are compared by
/// ``bitsPerByte(of:)``, as a token of one may be a word and of the other a letter.
public struct TextLikelihood: Sendable, Equatable {
  /// The sum of -ln p.
  public let nats: Double
  /// How many tokens were foreseen.
  public let tokens: Int

  public init(nats: Double, tokens: Int) {
    guard tokens >= 1 else { stop(.tooFewTokens(measure: "TextLikelihood", count: tokens, needed: 1)) }
    (self.nats, self.tokens) = (nats, tokens)
  }

  /// - Parameter probabilities: What the model gave each token that came.
  public init(probabilities: [Double]) {
    if let odd = probabilities.first(where: { !(0...1).contains($0) }) {
      stop(.outside(measure: "TextLikelihood", setting: "a probability", value: "\(odd)", wanted: "from 0 to 1"))
    }
    self.init(nats: probabilities.reduce(0) { $0 - log($1) }, tokens: probabilities.count)
  }

  /// What a token costs.
  public var meanNats: Double { nats / Double(tokens) }
  /// exp(``meanNats``)
  public var perplexity: Double { exp(meanNats) }
  /// What a token costs in yes-or-no questions.
  public var bitsPerToken: Double { meanNats / log(2) }

  /// What a byte of the text costs: its bits shared by its bytes in UTF-8.
  public func bitsPerByte(of text: String) -> Double { nats / log(2) / Double(max(text.utf8.count, 1)) }

  /// What a character costs: its bits shared by its Unicode scalars.
  public func bitsPerCharacter(of text: String) -> Double {
    nats / log(2) / Double(max(text.unicodeScalars.count, 1))
  }
}

extension TextLikelihood: CustomStringConvertible, Displayable {
  public var description: String {
    "perplexity \(perplexity.significant): \(meanNats.significant) nats or \(bitsPerToken.significant) bits per token, "
      + "\(tokens) tokens"
  }

  public var display: Display { .text(description) }
}
