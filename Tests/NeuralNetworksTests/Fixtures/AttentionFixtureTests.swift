import PyTorchFixtures
import Tensors
import Testing

@testable import NeuralNetworks

/// PyTorch's attention, rotary positions of Llama and GPT-J, and `nn.MultiheadAttention`.
@Suite struct AttentionFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "attention"), [DType.float, .double])
  func attention(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { try outputs(of: $0) }
    #expect(differences == [])
  }

  @Test(
    "By hand it is the same",
    arguments: try FixtureFile.cases(of: "attention").filter { $0.operation == "scaled_dot_product_attention" })
  func byHand(fixture: FixtureCase) throws {
    let differences = try FixtureRun(fixture, .float).differences { call in
      [
        "output": attentionByHand(
          query: try call.input("query"), key: try call.input("key"), value: try call.input("value"),
          mask: call.inputs["mask"], isCausal: call["is_causal"]?.truth == true, scale: call["scale"]?.number)
      ]
    }
    #expect(differences == [])
  }

  private func outputs(of call: FixtureCall) throws -> [String: Tensor]? {
    let isCausal = call["is_causal"]?.truth == true
    switch call.operation {
    case "scaled_dot_product_attention":
      let result = NeuralNetworks.attention(
        query: try call.input("query"), key: try call.input("key"), value: try call.input("value"),
        mask: call.inputs["mask"], isCausal: isCausal, scale: call["scale"]?.number)
      return ["output": result]
    case "attention_weights":
      let weights = attentionWeights(query: try call.input("query"), key: try call.input("key"), isCausal: isCausal)
      return ["output": weights]
    case "rotary":
      let layout: RotaryPositions.Layout = call["layout"]?.word == "half-split" ? .halves : .neighbours
      let positions = RotaryPositions(try call.int("width"), base: try call.number("base"), layout: layout)
      return ["output": positions(try call.input(), from: try call.int("offset"))]
    case "MultiheadAttention": return try multiHead(call)
    default: return nil
    }
  }

  private func multiHead(_ call: FixtureCall) throws -> [String: Tensor] {
    let (features, heads, bias) = (try call.int("embed_dim"), try call.int("num_heads"), call["bias"]?.truth == true)
    let query = try call.input("query")
    let memory = call.inputs["key"]
    let mask = combinedMask(
      call.inputs["attn_mask"].map(logicalNot),
      call.inputs["key_padding_mask"].map { logicalNot($0).unsqueezed(1).unsqueezed(1) })
    guard call.parameters["in_proj_weight"] == nil else {
      let layer = MultiHeadAttention(features, heads: heads, bias: bias)
      let loaded = try call.loading(layer) { name in
        name.replacing("in_proj_", with: "projection.").replacing("out_proj", with: "output")
      }
      return outputs(of: loaded, query, memory, call.inputs["value"], mask, call)
    }
    let layer = MultiHeadAttention(
      features, heads: heads, bias: bias, projections: .separate,
      memory: (keys: try call.int("kdim"), values: try call.int("vdim")))
    // PyTorch keeps these weights apart, but not their biases.
    let biases = try #require(call.parameters["in_proj_bias"])
    for (number, part) in [layer.query, layer.key, layer.value].enumerated() {
      part?.bias?.stand(for: biases.sliced(number * features..<(number + 1) * features))
    }
    for (name, part) in [("q", layer.query), ("k", layer.key), ("v", layer.value)] {
      part?.weight.stand(for: try #require(call.parameters["\(name)_proj_weight"]))
    }
    layer.output.weight.stand(for: try #require(call.parameters["out_proj.weight"]))
    layer.output.bias?.stand(for: try #require(call.parameters["out_proj.bias"]))
    return outputs(of: layer, query, memory, call.inputs["value"], mask, call)
  }

  /// The result, and the weights as somebody sees them who looks on.
  private func outputs(
    of layer: MultiHeadAttention, _ query: Tensor, _ memory: Tensor?, _ values: Tensor?, _ mask: Tensor?,
    _ call: FixtureCall
  ) -> [String: Tensor] {
    var result = query
    let inside = layer.capturing { result = layer(query, memory: memory, values: values, mask: mask) }
    let weights = inside["weights"] ?? Tensor.zeros([])
    let shown = call["average_attn_weights"]?.truth == true ? weights.mean(axis: 1) : weights
    return ["output": result, "weights": shown]
  }
}
