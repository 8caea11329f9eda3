import Displays
import NeuralNetworks

extension GPTConfiguration {
  /// Reads the settings of a folder of the type `gpt2`.
  init(_ file: ConfigurationFile) throws {
    try file.require("add_cross_attention", is: false)
    self.init(
      vocabularySize: try file.integer("vocab_size", default: 50_257),
      contextLength: try file.integer("n_positions", default: 1024),
      features: try file.integer("n_embd", default: 768), layers: try file.integer("n_layer", default: 12),
      heads: try file.integer("n_head", default: 12))
    hidden = file["n_inner"] == nil ? nil : try file.integer("n_inner")
    dropout = try file.number("resid_pdrop", default: 0.1)
    embeddingDropout = try file.number("embd_pdrop", default: 0.1)
    attentionDropout = try file.number("attn_pdrop", default: 0.1)
    epsilon = try file.number("layer_norm_epsilon", default: 1e-5)
    tiesHead = try file.flag("tie_word_embeddings", default: true)
    scalesAttention = try file.flag("scale_attn_weights", default: true)
    scalesAttentionByLayer = try file.flag("scale_attn_by_inverse_layer_idx", default: false)
    // Scores are always computed with 32 bits here, in the order that rounds alike.
    _ = try file.flag("reorder_and_upcast_attn", default: false)
    activation = try .named(by: "activation_function", in: file, default: .geluTanh)
    do { try check() } catch { throw CheckpointError(file.path, .configuration(error)) }
  }

  /// How many numbers such a model has, also where that is absurd.
  var numberCount: Double {
    let (features, hidden) = (Double(features), Double(hidden ?? 4 * features))
    let block = 4 * features * features + 2 * features * hidden
    let rows = Double(vocabularySize) * (tiesHead ? 1 : 2) + Double(contextLength)
    return rows * features + Double(layers) * block
  }

  /// The settings as a folder has them.
  func members(_ architectures: [JSON]) -> [String: JSON] {
    [
      "model_type": "gpt2", "architectures": .array(architectures), "vocab_size": .integer(vocabularySize),
      "n_positions": .integer(contextLength), "n_embd": .integer(features), "n_layer": .integer(layers),
      "n_head": .integer(heads), "n_inner": hidden.map { .integer($0) } ?? .null,
      "activation_function": .string(activation.checkpointName), "layer_norm_epsilon": .number(epsilon),
      "resid_pdrop": .number(dropout), "embd_pdrop": .number(embeddingDropout ?? dropout),
      "attn_pdrop": .number(attentionDropout ?? dropout),
      "tie_word_embeddings": .boolean(tiesHead), "scale_attn_weights": .boolean(scalesAttention),
      "scale_attn_by_inverse_layer_idx": .boolean(scalesAttentionByLayer),
    ]
  }
}
