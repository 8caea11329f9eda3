import Tensors

/// Some rows of tokens, and for each token the one that is to be said next.
public struct TokenBatch: Sendable {
  /// What the model reads. `[batch, time]`
  public let inputs: Tensor
  /// What it is to say after each position; -100 where nothing is asked of it. `[batch, time]`
  public let targets: Tensor
  /// How many targets count.
  public let targetCount: Int

  /// The target that asks for nothing, as `crossEntropy` ignores it.
  public static let ignored = -100

  /// - Parameters:
  ///   - inputs: Rows of one length.
  ///   - targets: As many rows of the same length.
  init(inputs: [[Int]], targets: [[Int]]) {
    let shape = [inputs.count, inputs.first?.count ?? 0]
    let flat = targets.flatMap(\.self)
    self.inputs = Tensor(indices: inputs.flatMap(\.self)).reshaped(to: shape)
    self.targets = Tensor(indices: flat).reshaped(to: shape)
    targetCount = flat.count { $0 != TokenBatch.ignored }
  }
}
