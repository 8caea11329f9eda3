import NeuralNetworks
import Randomness
import Tensors

/// Makes gaps in texts, for a model to learn by filling them.
///
///     let masking = TokenMasking(maskToken: 4, vocabularySize: 100, specialTokens: [0, 1, 2, 3, 4])
///     let (inputs, targets) = masking(Tensor([[2, 17, 63, 8, 3]], dtype: .int))
///     inputs.shape     // [1, 5]
///
/// Of the tokens that are no marks, 15 of 100 are chosen. Of these, 80 of 100 are replaced by the mask, 10 by any token,
/// and 10 stay, so that the model has to know every position and not only those with a mask. Source: Devlin and others,
/// BERT, 2018, section 3.1 and appendix A.1.
public struct TokenMasking: Sendable, Equatable {
  /// The target of positions that nobody asks for; ``crossEntropy(_:_:ignoring:labelSmoothing:classWeights:reduction:)``
  /// leaves them out.
  public static let ignored = -100

  /// The token that stands for a gap.
  public var maskToken: Int
  /// How many tokens there are to replace others.
  public var vocabularySize: Int
  /// Marks and padding, which are never chosen.
  public var specialTokens: Set<Int>
  /// The share of tokens that are chosen.
  public var share = 0.15
  /// Of those, the share that is replaced by the mask.
  public var maskedShare = 0.8
  /// And the share that is replaced by any token.
  public var randomShare = 0.1

  public init(maskToken: Int, vocabularySize: Int, specialTokens: Set<Int>) {
    self.maskToken = maskToken
    self.vocabularySize = vocabularySize
    self.specialTokens = specialTokens
  }

  /// Texts with gaps, and what was there: `[batch, time]` to twice `[batch, time]`. Targets are ``ignored`` where nothing
  /// was chosen.
  public func callAsFunction(
    _ tokens: Tensor, random: RandomSource = .current
  ) -> (inputs: Tensor, targets: Tensor) {
    let isMark = specialTokens.sorted().reduce(tokens .< 0) { logicalOr($0, tokens .== $1) }
    let isChosen = logicalAnd(Tensor.uniform(tokens.shape, random: random) .< share, logicalNot(isMark))
    let dice = Tensor.uniform(tokens.shape, random: random)
    let others = Tensor.randomIndices(tokens.shape, below: vocabularySize, random: random)
    let isReplaced = logicalAnd(isChosen, dice .< maskedShare + randomShare)
    let replacements = select(dice .< maskedShare, maskToken, others)
    return (select(isReplaced, replacements, tokens), select(isChosen, tokens, Self.ignored))
  }
}
