import Displays

extension LlamaConfiguration {
  /// Reads the settings of a folder of the type `llama`.
  init(_ file: ConfigurationFile) throws {
    try file.require("attention_bias", is: false)
    try file.require("mlp_bias", is: false)
    if let activation = try file.text("hidden_act"), activation != "silu" {
      throw CheckpointError(file.path, .unsupported("hidden_act", value: "\"\(activation)\"", supported: "silu"))
    }
    self.init(
      vocabularySize: try file.integer("vocab_size", default: 32_000),
      contextLength: try file.integer("max_position_embeddings", default: 2048),
      features: try file.integer("hidden_size", default: 4096),
      layers: try file.integer("num_hidden_layers", default: 32),
      heads: try file.integer("num_attention_heads", default: 32))
    keyValueHeads = file["num_key_value_heads"] == nil ? nil : try file.integer("num_key_value_heads")
    hidden = try file.integer("intermediate_size", default: 11_008)
    epsilon = try file.number("rms_norm_eps", default: 1e-6)
    tiesHead = try file.flag("tie_word_embeddings", default: false)
    rotaryBase = try Self.rotaryBase(file)
    do { try check() } catch { throw CheckpointError(file.path, .configuration(error)) }
    let size = try file.integer("head_dim", default: features / heads)
    guard size == features / heads else {
      throw CheckpointError(
        file.path, .unsupported("head_dim", value: "\(size)", supported: "hidden_size / num_attention_heads"))
    }
  }

  /// How fast positions turn. Newer files say it in `rope_parameters`, older ones in `rope_theta` and `rope_scaling`.
  private static func rotaryBase(_ file: ConfigurationFile) throws -> Double {
    for field in ["rope_parameters", "rope_scaling"] {
      guard let rope = file[field] else { continue }
      let kind = (rope["rope_type"] ?? rope["type"])?.stringValue ?? "default"
      guard kind == "default" else {
        throw CheckpointError(file.path, .unsupported("\(field).rope_type", value: "\"\(kind)\"", supported: "default"))
      }
      if let base = rope["rope_theta"] {
        guard let number = base.doubleValue else { throw file.wrong("\(field).rope_theta", base, "a number") }
        return number
      }
    }
    return try file.number("rope_theta", default: 10_000)
  }

  /// How many numbers such a model has, also where that is absurd.
  var numberCount: Double {
    let (features, hidden) = (Double(features), Double(hidden ?? 8 * features / 3))
    let shared = Double(keyValueHeads ?? heads) / Double(heads)
    let block = (2 + 2 * shared) * features * features + 3 * features * hidden
    return Double(vocabularySize) * features * (tiesHead ? 1 : 2) + Double(layers) * block
  }

  /// The settings as a folder has them.
  func members(_ architectures: [JSON]) -> [String: JSON] {
    [
      "model_type": "llama", "architectures": .array(architectures), "vocab_size": .integer(vocabularySize),
      "max_position_embeddings": .integer(contextLength), "hidden_size": .integer(features),
      "num_hidden_layers": .integer(layers), "num_attention_heads": .integer(heads),
      "num_key_value_heads": .integer(keyValueHeads ?? heads),
      "intermediate_size": .integer(hidden ?? 8 * features / 3),
      "hidden_act": "silu", "rms_norm_eps": .number(epsilon), "tie_word_embeddings": .boolean(tiesHead),
      "rope_theta": .number(rotaryBase),
      "rope_parameters": ["rope_type": "default", "rope_theta": .number(rotaryBase)],
    ]
  }
}
