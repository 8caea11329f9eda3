import Displays
import NeuralNetworks

extension LlamaConfiguration {
  /// Reads the settings of a folder of the type `llama`.
  init(_ file: ConfigurationFile) throws {
    self.init(
      vocabularySize: try file.integer("vocab_size", default: 32_000),
      contextLength: try file.integer("max_position_embeddings", default: 2048),
      features: try file.integer("hidden_size", default: 4096),
      layers: try file.integer("num_hidden_layers", default: 32),
      heads: try file.integer("num_attention_heads", default: 32))
    headSize = try Self.headSize(file, features, heads: heads)
    keyValueHeads = file["num_key_value_heads"] == nil ? nil : try file.integer("num_key_value_heads")
    hidden = try file.integer("intermediate_size", default: 11_008)
    epsilon = try file.number("rms_norm_eps", default: 1e-6)
    tiesHead = try file.flag("tie_word_embeddings", default: false)
    attentionBias = try file.flag("attention_bias", default: false)
    feedForwardBias = try file.flag("mlp_bias", default: false)
    activation = try .named(by: "hidden_act", in: file, default: .silu)
    dropout = try file.number("attention_dropout", default: 0)
    (rotaryBase, rotaryScaling) = try Self.rotary(file)
    do {
      try check()
      try readLongerTexts()
    } catch {
      throw CheckpointError(file.path, .configuration(error))
    }
  }

  /// The folder says how long texts of the training were; with dynamic scaling those that are read may be longer by the factor.
  private mutating func readLongerTexts() throws(ConfigurationError) {
    guard case .dynamic(let factor, let length) = rotaryScaling else { return }
    let longest = factor * Double(length)
    guard longest <= Double(ConfigurationCheck.largestSize) else {
      throw ConfigurationError(
        "Llama", "rotaryScaling.factor", factor,
        wanted: "such that texts of \(length) tokens become no longer than \(ConfigurationCheck.largestSize)")
    }
    contextLength = Int(longest)
  }

  /// How many features a head has, if that is not an even share of all.
  private static func headSize(_ file: ConfigurationFile, _ features: Int, heads: Int) throws -> Int? {
    guard file["head_dim"] != nil else { return nil }
    let size = try file.integer("head_dim")
    return heads > 0 && features % heads == 0 && size == features / heads ? nil : size
  }

  /// How fast positions turn. Newer files say it in `rope_parameters`, older ones in `rope_theta` and `rope_scaling`.
  private static func rotary(_ file: ConfigurationFile) throws -> (base: Double, scaling: RotaryScaling?) {
    let base = try file.number("rope_theta", default: 10_000)
    for field in ["rope_parameters", "rope_scaling"] {
      guard let value = file[field] else { continue }
      guard let members = value.objectValue else { throw file.wrong(field, value, "an object of settings") }
      let rope = ConfigurationFile(file.path, members, within: field)
      let share = try rope.number("partial_rotary_factor", default: 1)
      guard share == 1 else { throw rope.unsupported("partial_rotary_factor", "\(share)", "1") }
      return (try rope.number("rope_theta", default: base), try scaling(rope, file))
    }
    return (base, nil)
  }

  private static func scaling(_ rope: ConfigurationFile, _ file: ConfigurationFile) throws -> RotaryScaling? {
    switch try rope.text("rope_type") ?? rope.text("type") ?? "default" {
    case "default": nil
    case "linear": .linear(factor: try rope.number("factor"))
    case "llama3":
      .byTurns(
        factor: try rope.number("factor"), fewestTurns: try rope.number("low_freq_factor"),
        mostTurns: try rope.number("high_freq_factor"),
        contextLength: try rope.integer(
          "original_max_position_embeddings", default: file.integer("max_position_embeddings", default: 2048)))
    case "dynamic":
      .dynamic(
        factor: try rope.number("factor"), contextLength: try file.integer("max_position_embeddings", default: 2048))
    case "yarn": .yarn(try yarn(rope, file))
    case let kind: throw rope.unsupported("rope_type", "\"\(kind)\"", "default, linear, llama3, dynamic, yarn")
    }
  }

  private static func yarn(_ rope: ConfigurationFile, _ file: ConfigurationFile) throws -> YaRN {
    let longest = try file.integer("max_position_embeddings", default: 2048)
    let trained = try rope.integer("original_max_position_embeddings", default: longest)
    let factor = try rope.number("factor", default: Double(longest) / Double(max(trained, 1)))
    var yarn = YaRN(factor: factor, contextLength: trained)
    let (weight, weightOfAll) = (try rope.number("mscale", default: 0), try rope.number("mscale_all_dim", default: 0))
    if weight != 0, weightOfAll != 0 {
      yarn.attentionFactor = YaRN.magnitude(factor, weight: weight) / YaRN.magnitude(factor, weight: weightOfAll)
    }
    yarn.attentionFactor = try rope.number("attention_factor", default: yarn.attentionFactor)
    yarn.mostTurns = try rope.number("beta_fast", default: yarn.mostTurns)
    yarn.fewestTurns = try rope.number("beta_slow", default: yarn.fewestTurns)
    yarn.hasWholeBounds = try rope.flag("truncate", default: true)
    return yarn
  }

  /// How many numbers such a model has, also where that is absurd.
  var numberCount: Double {
    let (features, hidden) = (Double(features), Double(hidden ?? 8 * features / 3))
    let size = headSize.map(Double.init) ?? features / Double(heads)
    let block = 2 * (Double(heads) + Double(keyValueHeads ?? heads)) * size * features + 3 * features * hidden
    return Double(vocabularySize) * features * (tiesHead ? 1 : 2) + Double(layers) * block
  }

  /// The settings as a folder has them.
  func members(_ architectures: [JSON]) -> [String: JSON] {
    [
      "model_type": "llama", "architectures": .array(architectures), "vocab_size": .integer(vocabularySize),
      "max_position_embeddings": .integer(trainedLength), "hidden_size": .integer(features),
      "num_hidden_layers": .integer(layers), "num_attention_heads": .integer(heads),
      "num_key_value_heads": .integer(keyValueHeads ?? heads), "head_dim": .integer(headSize ?? features / heads),
      "intermediate_size": .integer(hidden ?? 8 * features / 3),
      "hidden_act": .string(activation.checkpointName), "rms_norm_eps": .number(epsilon),
      "tie_word_embeddings": .boolean(tiesHead),
      "attention_dropout": .number(dropout), "attention_bias": .boolean(attentionBias),
      "mlp_bias": .boolean(feedForwardBias),
      "rope_theta": .number(rotaryBase), "rope_parameters": .object(rotaryMembers),
    ]
  }

  /// How long the texts of the training were, as far as a folder says it here.
  private var trainedLength: Int {
    if case .dynamic(_, let length) = rotaryScaling { length } else { contextLength }
  }

  private var rotaryMembers: [String: JSON] {
    let members: [String: JSON] =
      switch rotaryScaling {
      case nil: ["rope_type": "default"]
      case .linear(let factor): ["rope_type": "linear", "factor": .number(factor)]
      case .byTurns(let factor, let fewest, let most, let contextLength):
        [
          "rope_type": "llama3", "factor": .number(factor), "low_freq_factor": .number(fewest),
          "high_freq_factor": .number(most), "original_max_position_embeddings": .integer(contextLength),
        ]
      case .dynamic(let factor, _): ["rope_type": "dynamic", "factor": .number(factor)]
      case .yarn(let yarn):
        [
          "rope_type": "yarn", "factor": .number(yarn.factor), "attention_factor": .number(yarn.attentionFactor),
          "original_max_position_embeddings": .integer(yarn.contextLength), "beta_fast": .number(yarn.mostTurns),
          "beta_slow": .number(yarn.fewestTurns), "truncate": .boolean(yarn.hasWholeBounds),
        ]
      }
    return members.merging(["rope_theta": .number(rotaryBase)]) { $1 }
  }
}
