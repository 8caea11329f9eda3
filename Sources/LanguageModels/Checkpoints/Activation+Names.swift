import NeuralNetworks

extension Activation {
  /// What the configurations of the field call an activation.
  private static let names: [String: Activation] = [
    "gelu": .gelu, "gelu_python": .gelu, "gelu_new": .geluTanh, "gelu_pytorch_tanh": .geluTanh, "gelu_fast": .geluTanh,
    "relu": .relu, "silu": .silu, "swish": .silu, "tanh": .tanh, "sigmoid": .sigmoid,
  ]

  /// The activation that a setting names.
  static func named(by field: String, in file: ConfigurationFile, default standard: Activation) throws -> Activation {
    guard let name = try file.text(field) else { return standard }
    guard let activation = names[name] else {
      let known = names.keys.sorted().joined(separator: ", ")
      throw CheckpointError(file.path, .unsupported(field, value: "\"\(name)\"", supported: known))
    }
    return activation
  }

  /// The name that the field's programs read.
  var checkpointName: String {
    switch self {
    case .relu: "relu"
    case .gelu: "gelu"
    case .geluTanh: "gelu_new"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .silu: "silu"
    }
  }
}
