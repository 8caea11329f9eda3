import PyTorchFixtures
import Tensors
import Testing

@testable import NeuralNetworks

/// PyTorch's recurrent layers and cells with the same parameters: outputs, states and all gradients.
@Suite struct RecurrentFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "recurrent"), [DType.float, .double])
  func recurrent(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      call.operation.hasSuffix("Cell") ? try cell(call) : try layer(call)
    }
    #expect(differences == [])
  }

  private func sizes(_ call: FixtureCall) throws -> (inputs: Int, hidden: Int, bias: Bool) {
    (try call.int("input_size"), try call.int("hidden_size"), call["bias"]?.truth == true)
  }

  private func activation(_ call: FixtureCall) -> RecurrentActivation {
    RecurrentActivation(rawValue: call["nonlinearity"]?.word ?? "") ?? .tanh
  }

  /// `weight_ih_l0` is our `cells.0.inputWeight`, a cell's `weight_ih` our `inputWeight`.
  private func name(_ name: String) -> String {
    let parts = name.split(separator: "_")
    let place = parts.count == 3 ? "cells.\(parts[2].dropFirst())." : ""
    return place + (parts[1] == "ih" ? "input" : "hidden") + (parts[0] == "weight" ? "Weight" : "Bias")
  }

  private func layer(_ call: FixtureCall) throws -> [String: Tensor]? {
    let (inputs, hidden, bias) = try sizes(call)
    let layers = try call.int("num_layers")
    let (x, h) = (try call.input(), call.inputs["h_0"])
    switch call.operation {
    case "LSTM":
      let module = try call.loading(LSTM(inputs, hidden, layers: layers, bias: bias), name)
      let start = h.flatMap { h in call.inputs["c_0"].map { LSTMState(hidden: h, cells: $0) } }
      let (output, state) = module(x, from: start)
      if start == nil { #expect(stopGradient(module(x)) == stopGradient(output)) }
      return ["output": output, "h_n": state.hidden, "c_n": state.cells]
    case "GRU":
      let (output, state) = try call.loading(GRU(inputs, hidden, layers: layers, bias: bias), name)(x, from: h)
      return ["output": output, "h_n": state]
    case "RNN":
      let module = RNN(inputs, hidden, layers: layers, activation: activation(call), bias: bias)
      let (output, state) = try call.loading(module, name)(x, from: h)
      return ["output": output, "h_n": state]
    default: return nil
    }
  }

  private func cell(_ call: FixtureCall) throws -> [String: Tensor]? {
    let (inputs, hidden, bias) = try sizes(call)
    let (x, h) = (try call.input(), call.inputs["h_0"])
    switch call.operation {
    case "LSTMCell":
      let start = h.flatMap { h in call.inputs["c_0"].map { LSTMState(hidden: h, cells: $0) } }
      let state = try call.loading(LSTMCell(inputs, hidden, bias: bias), name)(x, from: start)
      return ["h_1": state.hidden, "c_1": state.cells]
    case "GRUCell": return ["h_1": try call.loading(GRUCell(inputs, hidden, bias: bias), name)(x, from: h)]
    case "RNNCell":
      let module = RNNCell(inputs, hidden, activation: activation(call), bias: bias)
      return ["h_1": try call.loading(module, name)(x, from: h)]
    default: return nil
    }
  }
}
