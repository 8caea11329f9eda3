import Randomness
import Tensors

/// A feed-forward part whose hidden features are opened and closed by a gate: down(silu(gate(x)) · up(x)).
///
///     let gated = SwiGLU(8, hidden: 24)
///     gated(Tensor.zeros([2, 5, 8])).shape     // [2, 5, 8]
///
/// Shapes: x and result `[…, features]`, between them `[…, hidden]`. Llama's models use it. The gate may be bent by another
/// activation than silu; with GELU the paper calls it GEGLU.
/// Cost: 6 · positions · features · hidden operations. Source: Shazeer, GLU Variants Improve Transformer, 2020.
public final class SwiGLU: Layer {
  public let gate: Linear
  public let up: Linear
  public let down: Linear
  public let dropout: Dropout?
  /// What bends the gate.
  public let activation: Activation

  /// - Parameters:
  ///   - features: How many features go in and come out.
  ///   - hidden: How many there are between; unless told otherwise 8/3 as many, which costs the same as a
  ///     ``FeedForward`` with four times as many.
  ///   - activation: What bends the gate.
  ///   - bias: Whether the linear layers add something.
  ///   - dropout: How much is dropped out of what lies between.
  public init(
    _ features: Int, hidden: Int? = nil, activation: Activation = .silu, bias: Bool = false, dropout: Double = 0,
    random: RandomSource = .current
  ) {
    let hidden = hidden ?? 8 * features / 3
    gate = Linear(features, hidden, bias: bias, random: random)
    up = Linear(features, hidden, bias: bias, random: random)
    down = Linear(hidden, features, bias: bias, random: random)
    self.dropout = dropout == 0 ? nil : Dropout(dropout)
    self.activation = activation
  }

  public func forward(_ x: Tensor) -> Tensor {
    let hidden = activation(gate(x)) * up(x)  // […, hidden]
    return down(dropout?(hidden) ?? hidden)  // […, features]
  }
}
