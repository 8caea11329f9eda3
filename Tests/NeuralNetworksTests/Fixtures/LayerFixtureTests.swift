import PyTorchFixtures
import Tensors
import Testing

@testable import NeuralNetworks

/// PyTorch's layers with the same parameters: results and all gradients, in both precisions.
@Suite struct LayerFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "layers"), [DType.float, .double])
  func layer(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      try result(of: call, precision).map { ["output": $0] }
    }
    #expect(differences == [])
  }

  private func result(of call: FixtureCall, _ precision: DType) throws -> Tensor? {
    switch call.operation {
    case "sinusoidal":
      return sinusoidalPositions(
        try call.int("positions"), features: try call.int("width"), base: try call.number("base"), dtype: precision)
    case "softplus": return softplus(try call.input())
    case "mish": return Activation.mish(try call.input())
    case "hardswish": return Activation.hardSwish(try call.input())
    case "leaky_relu": return Activation.leakyReLU(try call.input())
    case "relu6": return Activation.relu6(try call.input())
    case "dropout":
      let layer = Dropout(try call.number("p"))
      layer.isTraining = call["training"]?.truth == true
      return layer(try call.input())
    case "FeedForward", "MLP": return try sequence(call)
    default: return try module(call).map { try $0(call.input()) }
    }
  }

  private func module(_ call: FixtureCall) throws -> (any Layer)? {
    switch call.operation {
    case "Linear":
      let layer = Linear(
        try call.int("in_features"), try call.int("out_features"), bias: call["bias"]?.truth == true)
      return try call.loading(layer)
    case "Embedding":
      let layer = Embedding(
        try call.int("num_embeddings"), try call.int("embedding_dim"), paddingIndex: call["padding_idx"]?.int)
      return try call.loading(layer)
    case "LayerNorm":
      let isScaled = call["elementwise_affine"]?.truth == true
      let layer = LayerNorm(
        try call.ints("normalized_shape"), epsilon: try call.number("eps"), isScaled: isScaled,
        bias: call["bias"]?.truth ?? true)
      return try call.loading(layer)
    case "RMSNorm":
      let isScaled = call["elementwise_affine"]?.truth == true
      return try call.loading(
        RMSNorm(try call.ints("normalized_shape"), epsilon: try call.number("eps"), isScaled: isScaled))
    case "SwiGLU":
      let bias = call["bias"]?.truth == true
      let layer = SwiGLU(try call.int("width"), hidden: try call.int("hidden"), bias: bias)
      return try call.loading(layer) { $0.replacing("_proj", with: "") }
    case "LearnedPositions":
      return try call.loading(LearnedPositions(try call.int("num_embeddings"), try call.int("embedding_dim")))
    default: return nil
    }
  }

  /// PyTorch's `nn.Sequential` numbers layers as ours does, activations included.
  private func sequence(_ call: FixtureCall) throws -> Tensor {
    guard call.operation == "MLP" else {
      let formula: Activation = call["approximate"]?.word == "tanh" ? .geluTanh : .gelu
      let layer = FeedForward(try call.int("width"), hidden: try call.int("hidden"), activation: formula)
      return try call.loading(layer) { name in
        name.replacing("0.", with: "up.").replacing("2.", with: "down.")
      }(call.input())
    }
    let activation = try #require(Activation(rawValue: call["activation"]?.word ?? ""))
    return try call.loading(MLP(call.ints("sizes"), activation: activation)) { "layers.\($0)" }(call.input())
  }
}
