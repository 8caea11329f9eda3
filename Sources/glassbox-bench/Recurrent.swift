import NeuralNetworks
import Tensors

/// An LSTM whose last output decides among some classes.
final class Recurrent: Module {
  let lstm: LSTM
  let head: Linear

  init(_ features: Int, _ hidden: Int, classes: Int) {
    lstm = LSTM(features, hidden)
    head = Linear(hidden, classes)
  }

  func callAsFunction(_ x: Tensor) -> Tensor {
    let outputs = lstm(x)  // [batch, time, hidden]
    return head(outputs[.all, outputs.shape[1] - 1])
  }
}
