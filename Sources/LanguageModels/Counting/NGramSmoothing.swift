/// How an ``NGramModel`` judges what it has never counted.
public enum NGramSmoothing: Sendable, Equatable {
  /// Every token is taken to have come so many times more after every context: (count + k) / (total + k · vocabulary).
  /// With 1 that is Laplace's rule; with 0 the counts alone, and nothing that has not been seen is possible.
  case addK(Double)
  /// What a context has not been followed by gets the score of the shorter context times a factor. The scores are divided
  /// by their sum, so that they are probabilities. Source: Brants and others, Large Language Models in Machine
  /// Translation, 2007.
  case stupidBackOff(factor: Double = 0.4)
  /// Something is taken off each count and shared out by the shorter context, in which a token counts as often as there
  /// are different tokens before it: `Francisco` is frequent, but comes only after `San`.
  ///
  /// Where a text begins, the context is shorter than the model's. It is asked about itself there, and so counts how often
  /// a token came, as the longest ones do; only what is asked by it counts different tokens. Texts that begin with a mark
  /// are counted as usual then: nothing can come before the mark. Sources: Kneser and Ney, Improved Backing-Off, 1995; Chen
  /// and Goodman, An Empirical Study of Smoothing Techniques, 1998 (interpolated); for the mark Heafield and others,
  /// Scalable Modified Kneser-Ney Language Model Estimation, 2013.
  case kneserNey(discount: Double = 0.75)
}

extension ConfigurationCheck {
  func smoothing(_ smoothing: NGramSmoothing) throws(ConfigurationError) {
    switch smoothing {
    case .addK(let added):
      guard added >= 0, added.isFinite else {
        throw ConfigurationError(model, "k of addK", added, wanted: "0 or more")
      }
    case .stupidBackOff(let factor): try positive("factor of stupidBackOff", factor)
    case .kneserNey(let discount):
      guard 0...1 ~= discount else {
        throw ConfigurationError(model, "discount of kneserNey", discount, wanted: "from 0 to 1")
      }
    }
  }
}
