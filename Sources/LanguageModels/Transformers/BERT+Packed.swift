import NeuralNetworks
import Tensors

/// Reading a batch without its padding: the tokens of all texts are one table, and only attention knows which of them
/// belong together. Source: Zeng and others, Boosting Distributed Training Performance of the Unpadded BERT Model, 2022.
extension BERT {
  /// What the model makes of each token, for those who do not look at padding. `[batch, time]` to
  /// `[batch, time, features]`
  ///
  /// The same as the model itself for tokens, and zeros for padding where it could be left out of the computation.
  func readingTokensOnly(_ tokens: Tensor, types: Tensor? = nil, mask: Tensor?) -> Tensor {
    guard let mask, let sequences = packing(tokens, mask) else { return self(tokens, types: types, mask: mask) }
    checkTokens(tokens, model: "BERT", contextLength: configuration.contextLength)
    let types = types.map { sequences.packed($0.broadcast(to: tokens.shape)) }
    let x = embedded(sequences.packed(tokens), types)  // [tokens, features]
    let first = norm(positions(x, at: sequences.positions))
    return sequences.padded(blocks.reduce(first) { x, block in block(x, in: sequences) })
  }

  /// Where the tokens of a batch are, if it may be read without its padding: somebody who looks on, or who asks for
  /// gradients later, gets everything in the shape of the batch; and where a text begins with padding, its first place
  /// is computed like the others, because ``summary(_:)`` is made of it.
  func packing(_ tokens: Tensor, _ mask: Tensor) -> PackedSequences? {
    guard mask.dtype == .bool, mask.shape == tokens.shape, mask.count > 0 else { return nil }
    guard !Tape.isRecording, !isAnythingObserved, !dropsOut else { return nil }
    guard mask[.all, 0].all(), !mask.all() else { return nil }
    return PackedSequences(mask)
  }

  private var dropsOut: Bool {
    let inside = blocks.flatMap { [$0.dropout, $0.attention.dropout] }
    return ([dropout] + inside).contains { $0?.isActive == true }
  }
}
