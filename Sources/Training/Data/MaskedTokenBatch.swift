import LanguageModels
import NeuralNetworks
import Randomness
import Tensors

/// Texts with gaps, and what stood there: what a ``MaskedLanguageModel`` learns from.
///
///     let masking = TokenMasking(maskToken: 1, vocabularySize: 20, specialTokens: [0, 1])
///     let batch = MaskedTokenBatch([[5, 6, 7], [8, 9]], filler: 0, masking: masking)
///     batch.inputs.shape     // [2, 3]
///     batch.isRead.shape     // [2, 3]
///
/// Source: Devlin and others, BERT, 2018, section 3.1, task 1.
public struct MaskedTokenBatch: Sendable {
  /// What the model reads: texts with gaps, the shorter ones filled up. `[batch, time]`
  public let inputs: Tensor
  /// What stood in the gaps; -100 where nothing is asked. `[batch, time]`
  public let targets: Tensor
  /// True for tokens of the texts, false for what fills them up. `[batch, time]`
  public let isRead: Tensor
  /// How many gaps there are.
  public let targetCount: Int

  /// How often gaps are drawn again if chance has made none.
  private static let attempts = 100

  /// - Parameters:
  ///   - texts: Tokens with the marks that the model expects around a text.
  ///   - filler: The token that shorter texts are filled up with. It is never asked for.
  ///   - masking: How gaps are made.
  ///   - random: What decides where.
  public init(_ texts: [[Int]], filler: Int, masking: TokenMasking, random: RandomSource = .current) {
    let length = texts.map(\.count).max() ?? 0
    let rows = texts.map { $0 + Array(repeating: filler, count: length - $0.count) }
    let read = texts.map { Array(repeating: 1, count: $0.count) + Array(repeating: 0, count: length - $0.count) }
    let shape = [texts.count, length]
    let tokens = Tensor(indices: rows.flatMap(\.self)).reshaped(to: shape)
    var masking = masking
    masking.specialTokens.insert(filler)
    let places = Tensor(indices: read.flatMap(\.self)).reshaped(to: shape)
    isRead = (places .> 0)
    // Few or short texts may be left without a gap, and a batch of such would teach nothing.
    var (gaps, count) = (masking(tokens, random: random), 0)
    for _ in 0..<Self.attempts {
      count = gaps.targets.ints.count { $0 != TokenMasking.ignored }
      if count > 0 { break }
      gaps = masking(tokens, random: random)
    }
    inputs = gaps.inputs
    targets = gaps.targets
    targetCount = count
  }
}
