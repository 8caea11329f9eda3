import NeuralNetworks
import TensorFiles
import Tensors

/// The tensors of a model folder, by the names that its format gives them.
struct Weights {
  private let folder: SafetensorsFolder
  /// The names as they stand in the files, by the names that the format has: old files say gamma and beta.
  private let names: [String: String]

  init(folder path: String) throws {
    folder = try SafetensorsFolder(path: path)
    names = Dictionary(folder.names.map { (Self.modern($0), $0) }) { first, _ in first }
  }

  /// How many numbers the files hold.
  func numberCount() throws -> Int { try folder.names.reduce(0) { try $0 + folder[$1].count } }

  /// Puts the numbers into a model.
  ///
  /// - Parameter renewed: Layers that begin anew, whatever the checkpoint has of them.
  /// - Returns: What the checkpoint lacks and has too much.
  /// - Throws: ``CheckpointError`` if a parameter of the body is missing, or something has another shape or whole numbers.
  ///   The model may have some of the numbers then.
  func load(into model: any PretrainedModel, renewing renewed: [String] = []) throws -> LoadingReport {
    let description = model.checkpointDescription
    let format = description.format
    var unused = Set(names.keys)
    var missing: [String] = []
    var untrained: [String] = []
    for (parameterName, parameter) in model.namedParameters {
      guard let stored = format.stored(parameterName, body: description.bodyPath) else { continue }
      if renewed.contains(where: { parameterName.hasPrefix("\($0).") }) {
        untrained.append(parameterName)
        continue
      }
      // A checkpoint of the body alone has its names without the prefix.
      let candidates = stored.isBody ? ["\(format.prefix).\(stored.name)", stored.name] : [stored.name]
      guard let name = candidates.first(where: { names[$0] != nil }), let written = names[name] else {
        // Only some tasks train the pooler.
        let isNeeded = stored.isBody && !stored.name.hasPrefix("pooler")
        if isNeeded { missing.append(candidates[0]) } else { untrained.append(parameterName) }
        continue
      }
      unused.remove(name)
      let isTransposed = stored.isTransposed && parameter.shape.count == 2
      let wanted = isTransposed ? parameter.shape.reversed() : parameter.shape
      let array = try folder[written]
      guard array.format.isFloatingPoint else {
        throw CheckpointError(folder.path, .quantized("The tensor \(written) holds \(array.format.rawValue)"))
      }
      guard array.shape == wanted else {
        throw CheckpointError(folder.path, .shape(tensor: written, found: array.shape, wanted: wanted))
      }
      let numbers = try Tensor(array).converted(to: .float)
      parameter.value = isTransposed ? numbers.transposed().contiguous() : numbers
    }
    for (_, module) in model.namedModules { (module as? BERT)?.layOutForReading() }
    guard missing.isEmpty else { throw CheckpointError(folder.path, .missingTensors(missing)) }
    let left = unused.filter { name in !format.ignored.contains { name.contains($0) } }
    return LoadingReport(
      untrained: untrained, unused: left.sorted(), unusedOfBody: left.filter(format.isOfBody).sorted())
  }

  private static func modern(_ name: String) -> String {
    if name.hasSuffix("LayerNorm.gamma") { return name.dropLast(5) + "weight" }
    if name.hasSuffix("LayerNorm.beta") { return name.dropLast(4) + "bias" }
    return name
  }
}
