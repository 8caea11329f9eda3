import Randomness
import Tensors

/// A long short-term memory: reads a sequence and gives, at each step, what matters of all that it has read.
///
///     let layer = LSTM(3, 8)
///     let x = Tensor.ones([2, 5, 3])                     // [batch, time, features]
///     layer(x).shape                                     // [2, 5, 8]
///     let (output, state) = layer(x, from: nil)
///     let (next, _) = layer(x, from: state)              // goes on where it stopped
///
/// Shapes: x `[batch, time, inputs]`, output `[batch, time, hidden]`, state `[layers, batch, hidden]` each.
/// See ``lstm(_:_:from:)`` for the formulas.
public final class LSTM: Layer {
  /// One cell for each layer, the lowest first.
  public let cells: [LSTMCell]
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
    let stack = RecurrentStack("LSTM", inputs, hidden, layers: layers, dropout: dropout) {
      LSTMCell($0, hidden, bias: bias, random: random)
    }
    (cells, self.dropout) = (stack.cells, stack.dropout)
  }

  private var stack: RecurrentStack<LSTMCell> { RecurrentStack(cells: cells, dropout: dropout) }

  /// The output of the last layer, from a state of zeros.
  public func forward(_ x: Tensor) -> Tensor { stack.run(x) { _, cell, x in lstmOutput(x, cell.weights) } }

  /// The output of the last layer, and what all layers have in mind at the end.
  public func callAsFunction(_ x: Tensor, from state: LSTMState?) -> (output: Tensor, state: LSTMState) {
    let (hidden, remembered) = (stack.apart(state?.hidden, "LSTM"), stack.apart(state?.cells, "LSTM"))
    var ends: [LSTMState] = []
    let output = observed {
      stack.run(x) { number, cell, x in
        let start = hidden[number].flatMap { hidden in remembered[number].map { LSTMState(hidden: hidden, cells: $0) } }
        let (output, end) = lstm(x, cell.weights, from: start)
        ends.append(end)
        return output
      }
    }
    return (output, LSTMState(hidden: stacked(ends.map(\.hidden)), cells: stacked(ends.map(\.cells))))
  }
}
