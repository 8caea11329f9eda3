import NeuralNetworks
import Randomness
import Tensors

/// A narrow way around a linear layer: down to few features, and up again.
///
///     let adapter = LowRankAdapter(768, 768, rank: 8, alpha: 16)
///     adapter.parameterCount     // 12288
///
/// x ↦ alpha / rank · up · down · x. At first `up` is zero, so nothing is added. Shapes: x `[…, inputs]`, down
/// `[rank, inputs]`, up `[outputs, rank]`, the result `[…, outputs]`. Source: Hu and others, LoRA, 2021, section 4.1.
public final class LowRankAdapter: LinearAdapter {
  public let down: Parameter
  public let up: Parameter
  public let dropout: Dropout?
  /// alpha / rank.
  public let scale: Double

  public init(
    _ inputs: Int, _ outputs: Int, rank: Int, alpha: Double, dropout: Double = 0, random: RandomSource = .current
  ) {
    let bound = 1 / Double(inputs).squareRoot()
    down = Parameter(.uniform([rank, inputs], in: -bound..<bound, random: random))
    up = Parameter(.zeros([outputs, rank]))
    self.dropout = dropout == 0 ? nil : Dropout(dropout)
    scale = alpha / Double(rank)
  }

  public func forward(_ x: Tensor) -> Tensor {
    linear(linear(dropout?(x) ?? x, weight: down.value), weight: up.value) * scale
  }

  /// What the adapter adds to the weight of its layer. `[outputs, inputs]`
  public var weight: Tensor { evaluating { up.value.matmul(down.value) * scale } }
}
