import NeuralNetworks
import Tensors

extension RecurrentLanguageModel {
  /// Reads long texts piece by piece, and gives the loss of each: truncated back-propagation through time.
  ///
  ///     let model = RecurrentLanguageModel(RecurrentConfiguration(.gru, vocabularySize: 5, features: 8, hidden: 8))
  ///     let optimizer = AdamW(model, learningRate: 0.01)
  ///     let texts = Tensor(indices: (0..<82).map { $0 % 5 }).reshaped(to: [2, 41])
  ///     model.forEachPiece(of: texts, length: 10) { loss in
  ///       model.zeroGradients()
  ///       loss.backward()
  ///       optimizer.step()
  ///     }
  ///
  /// The state goes on from piece to piece, so that the model reads the whole; gradients end where a piece begins, so that
  /// memory and time are those of a piece. Source: Williams and Peng, An Efficient Gradient-Based Algorithm for On-Line
  /// Training of Recurrent Network Trajectories, 1990.
  ///
  /// - Parameters:
  ///   - tokens: Texts of one length, `[batch, time]`. Each token but the first is foreseen once.
  ///   - length: How many tokens a piece has; the last may have fewer.
  ///   - body: Gets the mean loss of a piece.
  public func forEachPiece(of tokens: Tensor, length: Int, _ body: (_ loss: Tensor) -> Void) {
    guard tokens.rank == 2, tokens.shape[1] >= 2, length >= 1 else {
      stop(.segments(length: length, shape: tokens.shape))
    }
    let cache = makeCache()
    let last = tokens.shape[1] - 1
    for first in stride(from: 0, to: last, by: length) {
      let end = min(first + length, last)
      let logits = logits(tokens[.all, first..<end], cache: cache)
      body(crossEntropy(logits, tokens[.all, first + 1..<end + 1]))
    }
  }
}
