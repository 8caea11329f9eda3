import Randomness
import Tensors

/// One step of an ``LSTM``.
///
///     let cell = LSTMCell(3, 2)
///     var state = cell(Tensor.ones([1, 3]))
///     state = cell(Tensor.ones([1, 3]), from: state)
///     state.hidden.shape                                 // [1, 2]
///
/// Shapes: x `[batch, inputs]`, state `[batch, hidden]` each. See ``lstmStep(_:_:from:)``.
public final class LSTMCell: RecurrentCell {
  public let inputWeight: Parameter
  public let hiddenWeight: Parameter
  public let inputBias: Parameter?
  public let hiddenBias: Parameter?

  /// Makes a cell with random numbers, drawn evenly between -1/√hidden and 1/√hidden as PyTorch draws them.
  ///
  /// - Parameters:
  ///   - inputs: How many features come in.
  ///   - hidden: How many numbers the cell gives, and has in mind.
  ///   - bias: Whether something is added to the sums.
  ///   - random: Where the numbers come from.
  public init(_ inputs: Int, _ hidden: Int, bias: Bool = true, random: RandomSource = .current) {
    let drawn = RecurrentParameters("LSTMCell", gates: 4, inputs, hidden, bias: bias, random)
    (inputWeight, hiddenWeight) = (drawn.inputWeight, drawn.hiddenWeight)
    (inputBias, hiddenBias) = (drawn.inputBias, drawn.hiddenBias)
  }

  /// What the cell has in mind after a step; before the first one that is nothing.
  public func callAsFunction(_ x: Tensor, from state: LSTMState? = nil) -> LSTMState {
    lstmStep(x, weights, from: state)
  }
}
