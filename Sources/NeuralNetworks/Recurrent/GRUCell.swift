import Randomness
import Tensors

/// One step of a ``GRU``.
///
/// Shapes: x `[batch, inputs]`, state `[batch, hidden]`. See ``gruStep(_:_:from:)``.
public final class GRUCell: RecurrentCell {
  public let inputWeight: Parameter
  public let hiddenWeight: Parameter
  public let inputBias: Parameter?
  public let hiddenBias: Parameter?

  public init(_ inputs: Int, _ hidden: Int, bias: Bool = true, random: RandomSource = .current) {
    let drawn = RecurrentParameters("GRUCell", gates: 3, inputs, hidden, bias: bias, random)
    (inputWeight, hiddenWeight) = (drawn.inputWeight, drawn.hiddenWeight)
    (inputBias, hiddenBias) = (drawn.inputBias, drawn.hiddenBias)
  }

  /// What the cell has in mind, and gives, after a step; before the first one that is zeros.
  public func callAsFunction(_ x: Tensor, from state: Tensor? = nil) -> Tensor { gruStep(x, weights, from: state) }
}
