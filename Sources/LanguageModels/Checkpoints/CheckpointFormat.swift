import Displays
import NeuralNetworks

/// How a family of models is kept in a folder: what its settings are called, and how its parameters are.
///
/// A parameter goes by one name here, which says what it does, and by another in the checkpoints of the field.
package struct CheckpointFormat: Sendable {
  /// What Hugging Face's names for models begin with: `GPT2`, `Bert`.
  let architecture: String
  /// What stands before the names of the body where there is a head: `transformer`, `bert`.
  package let prefix: String
  /// The parameters of the body, without prefix.
  let body: [NamePattern]
  /// The parameters of the head that the body has by itself.
  var ownHead: [NamePattern] = []
  /// The parameters of heads that stand on the body.
  let heads: [NamePattern]
  /// Names that stand for nothing which is learned.
  let ignored: [String]

  /// How a parameter is kept in a checkpoint.
  package struct StoredName {
    /// The name, for a part of the body without the prefix.
    package let name: String
    /// Whether it is part of the body, and not of a head.
    package let isBody: Bool
    /// Whether a matrix is stored the other way around.
    package let isTransposed: Bool
  }

  /// How a parameter is kept, or `nil` if it is not.
  ///
  /// - Parameter path: Where the body is within the model: `body.`, or empty if the model is the body.
  package func stored(_ parameter: String, body path: String) -> StoredName? {
    if parameter.hasPrefix(path) {
      let name = String(parameter.dropFirst(path.count))
      for pattern in body {
        guard let there = pattern.name(of: name) else { continue }
        return StoredName(name: there, isBody: true, isTransposed: pattern.isTransposed)
      }
    }
    for pattern in path.isEmpty ? ownHead : heads {
      guard let there = pattern.name(of: parameter) else { continue }
      return StoredName(name: there, isBody: false, isTransposed: pattern.isTransposed)
    }
    return nil
  }

  /// Whether a tensor of a checkpoint is part of the body, though it may be of no layer that is known here. The pooler, which
  /// only some tasks have, counts as a head.
  func isOfBody(_ name: String) -> Bool {
    let isPrefixed = name.hasPrefix("\(prefix).")
    let inner = isPrefixed ? name.dropFirst(prefix.count + 1) : name[...]
    let parts = Set(body.compactMap { $0.there.split(separator: ".").first }).subtracting(["pooler"])
    guard let first = inner.split(separator: ".").first else { return false }
    return isPrefixed ? first != "pooler" : parts.contains(first)
  }
}

extension CheckpointFormat {
  static let gpt2 = CheckpointFormat(
    architecture: "GPT2", prefix: "transformer",
    body: [
      NamePattern("tokens", "wte"), NamePattern("positions", "wpe"), NamePattern("norm", "ln_f"),
      NamePattern("blocks.*.attentionNorm", "h.*.ln_1"),
      NamePattern("blocks.*.attention.projection", "h.*.attn.c_attn", isTransposed: true),
      NamePattern("blocks.*.attention.output", "h.*.attn.c_proj", isTransposed: true),
      NamePattern("blocks.*.feedForwardNorm", "h.*.ln_2"),
      NamePattern("blocks.*.feedForward.up", "h.*.mlp.c_fc", isTransposed: true),
      NamePattern("blocks.*.feedForward.down", "h.*.mlp.c_proj", isTransposed: true),
    ],
    ownHead: [NamePattern("output", "lm_head")],
    heads: [NamePattern("score", "score"), NamePattern("output", "classifier")],
    ignored: ["attn.bias", "attn.masked_bias", "lm_head.weight"])

  static let llama = CheckpointFormat(
    architecture: "Llama", prefix: "model",
    body: [
      NamePattern("tokens", "embed_tokens"), NamePattern("norm", "norm"),
      NamePattern("blocks.*.attentionNorm", "layers.*.input_layernorm"),
      NamePattern("blocks.*.attention.query", "layers.*.self_attn.q_proj"),
      NamePattern("blocks.*.attention.key", "layers.*.self_attn.k_proj"),
      NamePattern("blocks.*.attention.value", "layers.*.self_attn.v_proj"),
      NamePattern("blocks.*.attention.output", "layers.*.self_attn.o_proj"),
      NamePattern("blocks.*.feedForwardNorm", "layers.*.post_attention_layernorm"),
      NamePattern("blocks.*.feedForward.gate", "layers.*.mlp.gate_proj"),
      NamePattern("blocks.*.feedForward.up", "layers.*.mlp.up_proj"),
      NamePattern("blocks.*.feedForward.down", "layers.*.mlp.down_proj"),
    ],
    ownHead: [NamePattern("output", "lm_head")],
    heads: [NamePattern("score", "score"), NamePattern("output", "score")],
    ignored: ["rotary_emb.inv_freq"])

  static let bert = CheckpointFormat(
    architecture: "Bert", prefix: "bert",
    body: [
      NamePattern("tokens", "embeddings.word_embeddings"), NamePattern("positions", "embeddings.position_embeddings"),
      NamePattern("types", "embeddings.token_type_embeddings"), NamePattern("norm", "embeddings.LayerNorm"),
      NamePattern("blocks.*.attention.query", "encoder.layer.*.attention.self.query"),
      NamePattern("blocks.*.attention.key", "encoder.layer.*.attention.self.key"),
      NamePattern("blocks.*.attention.value", "encoder.layer.*.attention.self.value"),
      NamePattern("blocks.*.attention.output", "encoder.layer.*.attention.output.dense"),
      NamePattern("blocks.*.attentionNorm", "encoder.layer.*.attention.output.LayerNorm"),
      NamePattern("blocks.*.feedForward.up", "encoder.layer.*.intermediate.dense"),
      NamePattern("blocks.*.feedForward.down", "encoder.layer.*.output.dense"),
      NamePattern("blocks.*.feedForwardNorm", "encoder.layer.*.output.LayerNorm"),
      NamePattern("pooler", "pooler.dense"),
    ],
    heads: [
      NamePattern("transform", "cls.predictions.transform.dense"),
      NamePattern("norm", "cls.predictions.transform.LayerNorm"), NamePattern("bias", "cls.predictions.bias"),
      NamePattern("decoder", "cls.predictions.decoder"),
      NamePattern("output", "classifier"), NamePattern("spans", "qa_outputs"),
    ],
    ignored: ["position_ids", "cls.predictions.decoder.", "cls.predictions.bias", "cls.seq_relationship."])

  static let distilBERT = CheckpointFormat(
    architecture: "DistilBert", prefix: "distilbert",
    body: [
      NamePattern("tokens", "embeddings.word_embeddings"), NamePattern("positions", "embeddings.position_embeddings"),
      NamePattern("norm", "embeddings.LayerNorm"),
      NamePattern("blocks.*.attention.query", "transformer.layer.*.attention.q_lin"),
      NamePattern("blocks.*.attention.key", "transformer.layer.*.attention.k_lin"),
      NamePattern("blocks.*.attention.value", "transformer.layer.*.attention.v_lin"),
      NamePattern("blocks.*.attention.output", "transformer.layer.*.attention.out_lin"),
      NamePattern("blocks.*.attentionNorm", "transformer.layer.*.sa_layer_norm"),
      NamePattern("blocks.*.feedForward.up", "transformer.layer.*.ffn.lin1"),
      NamePattern("blocks.*.feedForward.down", "transformer.layer.*.ffn.lin2"),
      NamePattern("blocks.*.feedForwardNorm", "transformer.layer.*.output_layer_norm"),
    ],
    heads: [
      NamePattern("transform", "vocab_transform"), NamePattern("norm", "vocab_layer_norm"),
      NamePattern("bias", "vocab_projector.bias"), NamePattern("decoder", "vocab_projector"),
      NamePattern("hidden", "pre_classifier"),
      NamePattern("output", "classifier"), NamePattern("spans", "qa_outputs"),
    ],
    ignored: ["position_ids", "vocab_projector.weight"])
}
