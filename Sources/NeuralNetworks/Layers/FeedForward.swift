import Randomness
import Tensors

/// The part of a transformer that works on each position for itself: wider, bent, and back.
///
///     let feedForward = FeedForward(8, hidden: 32)
///     feedForward(Tensor.zeros([2, 5, 8])).shape     // [2, 5, 8]
///
/// down(activation(up(x))). Shapes: x and result `[…, features]`, between them `[…, hidden]`. Cost: 4 · positions ·
/// features · hidden operations. Source: Vaswani and others, Attention Is All You Need, 2017, section 3.3.
public final class FeedForward: Layer {
  public let up: Linear
  public let activation: any Layer
  public let down: Linear
  public let dropout: Dropout?

  /// - Parameters:
  ///   - features: How many features go in and come out.
  ///   - hidden: How many there are between; four times as many unless told otherwise.
  ///   - bias: Whether both linear layers add something.
  ///   - dropout: How much is dropped out of what lies between.
  public init(
    _ features: Int, hidden: Int? = nil, activation: Activation = .gelu, bias: Bool = true, dropout: Double = 0,
    random: RandomSource = .current
  ) {
    let hidden = hidden ?? 4 * features
    up = Linear(features, hidden, bias: bias, random: random)
    self.activation = activation.layer
    down = Linear(hidden, features, bias: bias, random: random)
    self.dropout = dropout == 0 ? nil : Dropout(dropout)
  }

  public func forward(_ x: Tensor) -> Tensor {
    let hidden = hiddenAtOnce(x) ?? activation(up(x))  // […, hidden]
    return down(dropout?(hidden) ?? hidden)  // […, features]
  }
}

extension FeedForward {
  /// activation(up(x)) in one go; `nil` where somebody wants to see what lies between, or asks for gradients later, or
  /// where the layers are not as they are made.
  private func hiddenAtOnce(_ x: Tensor) -> Tensor? {
    guard !Tape.isRecording, !isAnythingObserved, up.adapter == nil, !up.weight.isQuantized else { return nil }
    guard let formula = (activation as? GELU)?.formula else { return nil }
    return linear(x, weight: up.weight.value, bias: up.bias?.value, gelu: formula)
  }
}
