import Displays
import Files
import NeuralNetworks
import TensorFiles
import Tensors

/// A model that can be kept in a folder as the field's programs keep it.
///
///     let model = GPT(GPTConfiguration(vocabularySize: 65, contextLength: 16, features: 32, layers: 2, heads: 4))
///     try model.savePretrained(to: folder)
///     let again = try AutoModelForCausalLM.load(from: folder)
///     again.vocabularySize     // 65
public protocol PretrainedModel: Module {
  /// How the model's settings and parameters are written down.
  var checkpointDescription: CheckpointDescription { get }
}

/// How a model's settings and parameters are written down in a folder.
public struct CheckpointDescription: Sendable {
  package let format: CheckpointFormat
  /// Where the body is within the model: `body.`, or empty.
  package let bodyPath: String
  /// Whether there is no head, so that names go without a prefix.
  package let isBodyAlone: Bool
  package let configuration: [String: JSON]
}

extension PretrainedModel {
  /// Writes `config.json` and `model.safetensors` to a folder, which is made if it is not there.
  ///
  /// `transformers` loads the folder by its `from_pretrained`. The tokenizer is saved by itself. Each file is replaced as
  /// a whole, the weights first. What adapters add is written into the weights of their layers; the model itself stays as
  /// it is.
  /// - Throws: `FileError` or `TensorFileError` if something cannot be written, ``CheckpointError`` if a layer with an
  ///   adapter shares its weight with another one, which the adapter does not change.
  public func savePretrained(to folder: String) throws {
    let description = checkpointDescription
    let state = try stateWithMergedAdapters(for: folder)
    try WholeFile.makeFolder(folder)
    var tensors: [String: Tensor] = [:]
    for (parameter, numbers) in state {
      guard let stored = description.format.stored(parameter, body: description.bodyPath) else { continue }
      let isPrefixed = stored.isBody && !description.isBodyAlone
      let name = isPrefixed ? "\(description.format.prefix).\(stored.name)" : stored.name
      tensors[name] = stored.isTransposed && numbers.rank == 2 ? numbers.transposed() : numbers
    }
    try Tensor.save(tensors, to: "\(folder)/model.safetensors")
    try WholeFile.replace(
      "\(folder)/config.json", with: Array((JSON.object(description.configuration).text + "\n").utf8))
  }

  /// The numbers of the model by name, as if its adapters had been merged.
  private func stateWithMergedAdapters(for folder: String) throws(CheckpointError) -> [String: Tensor] {
    var state = state
    // A layer that stands in two places goes by the name of the first.
    var seen: Set<ObjectIdentifier> = []
    for (name, module) in namedModules {
      guard let layer = module as? Linear, let adapter = layer.adapter, seen.insert(ObjectIdentifier(layer)).inserted
      else { continue }
      guard let weight = state["\(name).weight"] else { throw CheckpointError(folder, .sharedAdapter(layer: name)) }
      state["\(name).weight"] = weight + stopGradient(adapter.weight)
      for part in state.keys where part.hasPrefix("\(name).adapter.") { state[part] = nil }
    }
    return state
  }
}
