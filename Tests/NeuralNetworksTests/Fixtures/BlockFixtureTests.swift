import PyTorchFixtures
import Tensors
import Testing

@testable import NeuralNetworks

/// PyTorch's encoder and decoder blocks, and those of GPT-2 and Llama from `transformers`.
@Suite struct BlockFixtureTests {
  @Test(arguments: try FixtureFile.cases(of: "blocks"), [DType.float, .double])
  func block(fixture: FixtureCase, precision: DType) throws {
    let differences = try FixtureRun(fixture, precision).differences { call in
      try result(of: call).map { ["output": $0] }
    }
    #expect(differences == [])
  }

  private func result(of call: FixtureCall) throws -> Tensor? {
    switch call.operation {
    case "TransformerEncoderLayer":
      let block = try call.loading(TransformerBlock(try configuration(call))) { name in
        BlockFixtureTests.pyTorchName(name, isDecoder: false)
      }
      let padding = call.inputs["src_key_padding_mask"].map { logicalNot($0).unsqueezed(1).unsqueezed(1) }
      return block(try call.input(), mask: combinedMask(call.inputs["src_mask"].map(logicalNot), padding))
    case "TransformerDecoderLayer":
      let block = try call.loading(TransformerBlock(try configuration(call, isDecoder: true))) { name in
        BlockFixtureTests.pyTorchName(name, isDecoder: true)
      }
      let padding = call.inputs["memory_key_padding_mask"].map { logicalNot($0).unsqueezed(1).unsqueezed(1) }
      return block(try call.input(), memory: try call.input("memory"), memoryMask: padding)
    case "Transformer": return try encoderAndDecoder(call)
    case "GPT2Block": return try gpt2(call)
    case "LlamaDecoderLayer": return try llama(call)
    default: return nil
    }
  }

  private func configuration(_ call: FixtureCall, isDecoder: Bool = false) throws -> TransformerConfiguration {
    let (features, heads) = (try call.int("d_model"), try call.int("nhead"))
    var configuration =
      isDecoder
      ? TransformerConfiguration.originalDecoder(features: features, heads: heads)
      : .originalEncoder(features: features, heads: heads)
    configuration.hidden = try call.int("dim_feedforward")
    configuration.placement = call["norm_first"]?.truth == true ? .before : .after
    configuration.activation = try #require(Activation(rawValue: call["activation"]?.word ?? ""))
    return configuration
  }

  /// Our name for one of PyTorch's, which numbers norms: in a block without a memory the second is the feed-forward
  /// part's.
  static func pyTorchName(_ name: String, isDecoder: Bool) -> String {
    var name = name
    for (old, new) in [
      ("self_attn.in_proj_", "attention.projection."), ("multihead_attn.in_proj_", "memoryAttention.projection."),
      ("self_attn.out_proj", "attention.output"), ("multihead_attn.out_proj", "memoryAttention.output"),
      ("linear1", "feedForward.up"), ("linear2", "feedForward.down"), ("norm1", "attentionNorm"),
      ("norm2", isDecoder ? "memoryNorm" : "feedForwardNorm"), ("norm3", "feedForwardNorm"),
    ] { name = name.replacing(old, with: new) }
    return name
  }

  private func encoderAndDecoder(_ call: FixtureCall) throws -> Tensor {
    final class Model: Module {
      let encoder: TransformerBlock
      let encoderNorm: LayerNorm
      let decoder: TransformerBlock
      let decoderNorm: LayerNorm
      init(_ encoder: TransformerConfiguration, _ decoder: TransformerConfiguration) {
        (self.encoder, encoderNorm) = (TransformerBlock(encoder), LayerNorm(encoder.features))
        (self.decoder, decoderNorm) = (TransformerBlock(decoder), LayerNorm(decoder.features))
      }
    }
    let model = try call.loading(
      Model(try configuration(call), try configuration(call, isDecoder: true))
    ) { name in
      BlockFixtureTests.pyTorchName(
        name.replacing("layers.0.", with: "").replacing("coder.norm.", with: "coderNorm."),
        isDecoder: name.hasPrefix("decoder"))
    }
    let memory = model.encoderNorm(model.encoder(try call.input("source")))
    return model.decoderNorm(model.decoder(try call.input("target"), memory: memory))
  }

  /// GPT-2 keeps its weights the other way round: `[inputs, outputs]`.
  private func gpt2(_ call: FixtureCall) throws -> Tensor {
    var configuration = TransformerConfiguration.gpt2(features: try call.int("n_embd"), heads: try call.int("n_head"))
    configuration.hidden = try call.int("n_inner")
    let block = TransformerBlock(configuration)
    let names = [
      "ln_1": "attentionNorm", "attn.c_attn": "attention.projection", "attn.c_proj": "attention.output",
      "ln_2": "feedForwardNorm", "mlp.c_fc": "feedForward.up", "mlp.c_proj": "feedForward.down",
    ]
    let parameters = Dictionary(uniqueKeysWithValues: block.namedParameters.map { ($0.name, $0.parameter) })
    for (name, numbers) in call.parameters {
      let end = try #require(name.lastIndex(of: "."))
      let ours = try #require(names[String(name[..<end])]) + name[end...]
      try #require(parameters[ours]).stand(for: numbers.rank == 2 ? numbers.transposed() : numbers)
    }
    #expect(parameters.count == call.parameters.count)
    return block(try call.input())
  }

  private func llama(_ call: FixtureCall) throws -> Tensor {
    var configuration = TransformerConfiguration.llama(
      features: try call.int("hidden_size"), heads: try call.int("num_attention_heads"),
      keyValueHeads: try call.int("num_key_value_heads"), hidden: try call.int("intermediate_size"))
    configuration.epsilon = try call.number("rms_norm_eps")
    configuration.rotary = TransformerConfiguration.Rotary(base: try call.number("rope_theta"))
    let names = [
      "self_attn.q_proj.": "attention.query.", "self_attn.k_proj.": "attention.key.",
      "self_attn.v_proj.": "attention.value.", "self_attn.o_proj.": "attention.output.",
      "mlp.gate_proj.": "feedForward.gate.", "mlp.up_proj.": "feedForward.up.", "mlp.down_proj.": "feedForward.down.",
      "input_layernorm.": "attentionNorm.", "post_attention_layernorm.": "feedForwardNorm.",
    ]
    return try call.loading(TransformerBlock(configuration)) { name in
      (names[name.replacing("weight", with: "")] ?? "") + "weight"
    }(call.input())
  }
}
