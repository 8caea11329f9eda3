import Randomness
import Tensors

/// A gated recurrent unit: like an ``LSTM`` with one state and three gates, and so a quarter fewer numbers to learn.
///
///     let layer = GRU(3, 8, layers: 2)
///     let (output, state) = layer(Tensor.ones([2, 5, 3]), from: nil)
///     state.shape                                        // [2, 2, 8]
///
/// Shapes: x `[batch, time, inputs]`, output `[batch, time, hidden]`, state `[layers, batch, hidden]`.
/// See ``gru(_:_:from:)`` for the formulas.
public final class GRU: Layer {
  /// One cell for each layer, the lowest first.
  public let cells: [GRUCell]
  /// Between the layers.
  public let dropout: Dropout?

  /// - Parameters:
  ///   - inputs: How many features come in.
  ///   - hidden: How many numbers each layer gives.
  ///   - layers: How many there are over each other.
  ///   - dropout: The chance of each number between two layers to become 0 in training.
  public init(
    _ inputs: Int, _ hidden: Int, layers: Int = 1, bias: Bool = true, dropout: Double = 0,
    random: RandomSource = .current
  ) {
    let stack = RecurrentStack("GRU", inputs, hidden, layers: layers, dropout: dropout) {
      GRUCell($0, hidden, bias: bias, random: random)
    }
    (cells, self.dropout) = (stack.cells, stack.dropout)
  }

  private var stack: RecurrentStack<GRUCell> { RecurrentStack(cells: cells, dropout: dropout) }

  /// The output of the last layer, from a state of zeros.
  public func forward(_ x: Tensor) -> Tensor { stack.run(x) { _, cell, x in gru(x, cell.weights).output } }

  /// The output of the last layer, and what all layers have in mind at the end.
  public func callAsFunction(_ x: Tensor, from state: Tensor?) -> (output: Tensor, state: Tensor) {
    let starts = stack.apart(state, "GRU")
    var ends: [Tensor] = []
    let output = observed {
      stack.run(x) { number, cell, x in
        let (output, end) = gru(x, cell.weights, from: starts[number])
        ends.append(end)
        return output
      }
    }
    return (output, stacked(ends))
  }
}
