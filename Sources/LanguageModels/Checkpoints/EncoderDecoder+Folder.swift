import Displays
import Files
import NeuralNetworks
import TensorFiles
import Tensors

extension EncoderDecoder {
  /// What `model_type` says in a folder of this library's own kind.
  private static let family = "glassbox-encoder-decoder"

  /// Writes `config.json` and `model.safetensors` to a folder, which is made if it is not there.
  ///
  /// The field has no format for the first transformer; settings and parameters have the names of this library.
  /// - Parameters:
  ///   - begin: The token that every translation begins with.
  ///   - end: The token that every translation ends with.
  /// - Throws: `FileError` or `TensorFileError` if something cannot be written.
  package func save(to folder: String, begin: Int, end: Int) throws {
    try WholeFile.makeFolder(folder)
    try Tensor.save(state, to: "\(folder)/model.safetensors")
    let settings: JSON = [
      "model_type": .string(Self.family), "source_vocab_size": .integer(configuration.sourceVocabularySize),
      "target_vocab_size": .integer(configuration.targetVocabularySize),
      "hidden_size": .integer(configuration.features), "num_hidden_layers": .integer(configuration.layers),
      "num_attention_heads": .integer(configuration.heads),
      "intermediate_size": .integer(configuration.hidden ?? 4 * configuration.features),
      "dropout": .number(configuration.dropout), "tie_word_embeddings": .boolean(configuration.sharesTokens),
      "decoder_start_token_id": .integer(begin), "eos_token_id": .integer(end),
    ]
    try WholeFile.replace("\(folder)/config.json", with: Array((settings.text + "\n").utf8))
  }

  /// Reads what ``save(to:begin:end:)`` has written.
  /// - Throws: ``CheckpointError`` for settings, `StateError` for tensors that do not fit, `FileError` and
  ///   `TensorFileError` for files.
  package static func load(from folder: String) throws -> (model: EncoderDecoder, begin: Int, end: Int) {
    let file = try ConfigurationFile(folder: folder)
    guard let type = try file.text("model_type") else {
      throw CheckpointError(file.path, .field("model_type", found: "missing", wanted: family))
    }
    guard type == family else {
      throw CheckpointError(file.path, .unsupported("model_type", value: "\"\(type)\"", supported: family))
    }
    var configuration = try EncoderDecoderConfiguration(
      sourceVocabularySize: file.integer("source_vocab_size"), targetVocabularySize: file.integer("target_vocab_size"),
      features: file.integer("hidden_size"), layers: file.integer("num_hidden_layers"),
      heads: file.integer("num_attention_heads"))
    configuration.hidden = file["intermediate_size"] == nil ? nil : try file.integer("intermediate_size")
    configuration.dropout = try file.number("dropout", default: 0)
    configuration.sharesTokens = try file.flag("tie_word_embeddings", default: false)
    do { try configuration.check() } catch { throw CheckpointError(file.path, .configuration(error)) }
    let path = "\(folder)/model.safetensors"
    guard WholeFile.exists(path) else {
      throw CheckpointError(folder, .missing(wanted: "config.json and model.safetensors"))
    }
    let numbers = try Tensor.loadAll(path)
    // Nothing is made before the sizes have been compared with what the file holds.
    let (stored, wanted) = (numbers.values.reduce(0) { $0 + $1.count }, configuration.numberCount)
    guard wanted <= Double(stored) + 100_000 else {
      throw CheckpointError(file.path, .tooLarge(wanted: wanted, stored: stored))
    }
    let model = EncoderDecoder(configuration)
    try model.load(numbers)
    model.setTraining(false)
    return (model, try file.integer("decoder_start_token_id"), try file.integer("eos_token_id"))
  }
}

extension EncoderDecoderConfiguration {
  /// How many numbers the matrices have; as `Double`, which does not overflow.
  fileprivate var numberCount: Double {
    let (features, inner) = (Double(features), Double(hidden ?? 4 * features))
    let tables = Double(sourceVocabularySize) + (sharesTokens ? 0 : 2 * Double(targetVocabularySize))
    return tables * features + Double(layers) * (12 * features * features + 4 * features * inner)
  }
}
