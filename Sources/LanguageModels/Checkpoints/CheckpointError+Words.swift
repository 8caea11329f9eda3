extension CheckpointError: CustomStringConvertible {
  public var description: String { "\(file): \(problem)" }
}

extension CheckpointError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let wanted): "The file is not there. A model folder has \(wanted)."
    case .notJSON(let reason): "This is no JSON object: \(reason)."
    case .field(let name, let found, let wanted): "\"\(name)\" is \(found). It should be \(wanted)."
    case .unsupported(let name, let value, let supported):
      "\"\(name)\" is \(value), which is not supported; supported: \(supported)."
    case .configuration(let error): error.description
    case .tooLarge(let wanted, let stored):
      "The sizes make a model of \(wanted.counted) numbers, and the weights hold \(Double(stored).counted). They belong to "
        + "different models."
    case .missingTensors(let names):
      "The weights lack \(names.count == 1 ? "a tensor" : "\(names.count) tensors") that the model needs: "
        + names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "") + "."
    case .shape(let tensor, let found, let wanted):
      "The tensor \(tensor) has the shape \(found), and the configuration asks for \(wanted)."
    case .quantized(let what):
      "\(what): the weights are quantized, which is not read. In Python `model.dequantize()` and then "
        + "`model.save_pretrained(…)` make a folder with whole weights; load that, and round it here with --int8 or "
        + "`quantizeWeights()`."
    case .sharedAdapter(let layer):
      "The layer \(layer) has an adapter and shares its weight with another layer, so that there is no weight to write the "
        + "adapter into. Take the adapter off, or adapt other layers."
    case .task(let wanted, let found): "This is a \(found), and \(wanted) was asked for."
    }
  }
}

extension Double {
  /// A count for a reader: exact where it is small, in powers of ten where it is not.
  fileprivate var counted: String { self < 1e15 ? String(Int(self)) : String(self) }
}
