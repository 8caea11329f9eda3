import Randomness
import Tensors

/// The simplest network that reads a sequence: what it gives at a step hangs on what comes in and on what it gave before.
///
///     let layer = RNN(3, 8)
///     layer(Tensor.ones([2, 5, 3])).shape                // [2, 5, 8]
///
/// Shapes: x `[batch, time, inputs]`, output `[batch, time, hidden]`, state `[layers, batch, hidden]`.
/// See ``rnn(_:_:activation:from:)`` for the formula.
public final class RNN: Layer {
  /// One cell for each layer, the lowest first.
  public let cells: [RNNCell]
  /// Between the layers.
  public let dropout: Dropout?

  /// - Parameters:
  ///   - inputs: How many features come in.
  ///   - hidden: How many numbers each layer gives.
  ///   - layers: How many there are over each other.
  ///   - dropout: The chance of each number between two layers to become 0 in training.
  public init(
    _ inputs: Int, _ hidden: Int, layers: Int = 1, activation: RecurrentActivation = .tanh, bias: Bool = true,
    dropout: Double = 0, random: RandomSource = .current
  ) {
    let stack = RecurrentStack("RNN", inputs, hidden, layers: layers, dropout: dropout) {
      RNNCell($0, hidden, activation: activation, bias: bias, random: random)
    }
    (cells, self.dropout) = (stack.cells, stack.dropout)
  }

  private var stack: RecurrentStack<RNNCell> { RecurrentStack(cells: cells, dropout: dropout) }

  /// The output of the last layer, from a state of zeros.
  public func forward(_ x: Tensor) -> Tensor {
    stack.run(x) { _, cell, x in rnn(x, cell.weights, activation: cell.activation).output }
  }

  /// The output of the last layer, and what all layers have in mind at the end.
  public func callAsFunction(_ x: Tensor, from state: Tensor?) -> (output: Tensor, state: Tensor) {
    let starts = stack.apart(state, "RNN")
    var ends: [Tensor] = []
    let output = observed {
      stack.run(x) { number, cell, x in
        let (output, end) = rnn(x, cell.weights, activation: cell.activation, from: starts[number])
        ends.append(end)
        return output
      }
    }
    return (output, stacked(ends))
  }
}
