import Displays
import NeuralNetworks

extension BERTConfiguration {
  /// Reads the settings of a folder of the type `bert`.
  init(bert file: ConfigurationFile) throws {
    try file.require("is_decoder", is: false)
    try file.require("add_cross_attention", is: false)
    if let kind = try file.text("position_embedding_type"), kind != "absolute" {
      throw CheckpointError(
        file.path, .unsupported("position_embedding_type", value: "\"\(kind)\"", supported: "absolute"))
    }
    self.init(
      vocabularySize: try file.integer("vocab_size", default: 30_522),
      contextLength: try file.integer("max_position_embeddings", default: 512),
      features: try file.integer("hidden_size", default: 768),
      layers: try file.integer("num_hidden_layers", default: 12),
      heads: try file.integer("num_attention_heads", default: 12))
    hidden = try file.integer("intermediate_size", default: 3072)
    typeCount = try file.integer("type_vocab_size", default: 2)
    dropout = try file.number("hidden_dropout_prob", default: 0.1)
    attentionDropout = try file.number("attention_probs_dropout_prob", default: 0.1)
    classifierDropout = file["classifier_dropout"] == nil ? nil : try file.number("classifier_dropout")
    epsilon = try file.number("layer_norm_eps", default: 1e-12)
    activation = try .named(by: "hidden_act", in: file, default: .gelu)
    tiesHead = try file.flag("tie_word_embeddings", default: true)
    guard typeCount > 0 else { throw file.wrong("type_vocab_size", .integer(typeCount), "a number above 0") }
    do { try check() } catch { throw CheckpointError(file.path, .configuration(error)) }
  }

  /// Reads the settings of a folder of the type `distilbert`.
  init(distilBERT file: ConfigurationFile) throws {
    self.init(
      vocabularySize: try file.integer("vocab_size", default: 30_522),
      contextLength: try file.integer("max_position_embeddings", default: 512),
      features: try file.integer("dim", default: 768), layers: try file.integer("n_layers", default: 6),
      heads: try file.integer("n_heads", default: 12))
    hidden = try file.integer("hidden_dim", default: 3072)
    (typeCount, hasPooler) = (0, false)
    dropout = try file.number("dropout", default: 0.1)
    attentionDropout = try file.number("attention_dropout", default: 0.1)
    classifierDropout = try file.number("seq_classif_dropout", default: 0.2)
    answerDropout = try file.number("qa_dropout", default: 0.1)
    activation = try .named(by: "activation", in: file, default: .gelu)
    tiesHead = try file.flag("tie_word_embeddings", default: true)
    do { try check() } catch { throw CheckpointError(file.path, .configuration(error)) }
  }

  /// How many numbers such a model has, also where that is absurd.
  var numberCount: Double {
    let (features, hidden) = (Double(features), Double(hidden ?? 4 * features))
    let block = 4 * features * features + 2 * features * hidden
    return Double(vocabularySize + contextLength + typeCount) * features + Double(layers) * block
  }

  /// The settings as a folder has them.
  func members(_ architectures: [JSON]) -> [String: JSON] {
    let shared: [String: JSON] = [
      "architectures": .array(architectures), "vocab_size": .integer(vocabularySize),
      "max_position_embeddings": .integer(contextLength), "tie_word_embeddings": .boolean(tiesHead),
    ]
    let own: [String: JSON] =
      typeCount == 0
      ? [
        "model_type": "distilbert", "dim": .integer(features), "n_layers": .integer(layers),
        "n_heads": .integer(heads), "hidden_dim": .integer(hidden ?? 4 * features),
        "activation": .string(activation.checkpointName), "dropout": .number(dropout),
        "attention_dropout": .number(attentionDropout),
        "seq_classif_dropout": .number(classifierDropout ?? dropout), "qa_dropout": .number(answerDropout ?? dropout),
      ]
      : [
        "model_type": "bert", "hidden_size": .integer(features), "num_hidden_layers": .integer(layers),
        "num_attention_heads": .integer(heads), "intermediate_size": .integer(hidden ?? 4 * features),
        "hidden_act": .string(activation.checkpointName), "type_vocab_size": .integer(typeCount),
        "hidden_dropout_prob": .number(dropout), "attention_probs_dropout_prob": .number(attentionDropout),
        "classifier_dropout": classifierDropout.map { .number($0) } ?? .null, "layer_norm_eps": .number(epsilon),
      ]
    return shared.merging(own) { first, _ in first }
  }
}
