import NeuralNetworks

extension Activation {
  /// What the configurations of the field call an activation.
  private static let names: [String: Activation] = [
    "gelu": .gelu, "gelu_python": .gelu, "gelu_new": .geluTanh, "gelu_pytorch_tanh": .geluTanh, "gelu_fast": .geluTanh,
    "gelu_python_tanh": .geluTanh, "gelu_accurate": .geluTanh, "gelu_10": .clippedGELU, "quick_gelu": .quickGELU,
    "relu": .relu, "relu2": .squaredReLU, "relu6": .relu6, "leaky_relu": .leakyReLU, "silu": .silu, "swish": .silu,
    "hardswish": .hardSwish, "mish": .mish, "tanh": .tanh, "sigmoid": .sigmoid, "laplace": .laplace, "linear": .linear,
    "sqrtsoftplus": .squareRootSoftplus,
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
    case .quickGELU: "quick_gelu"
    case .clippedGELU: "gelu_10"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .silu: "silu"
    case .mish: "mish"
    case .hardSwish: "hardswish"
    case .leakyReLU: "leaky_relu"
    case .relu6: "relu6"
    case .squaredReLU: "relu2"
    case .laplace: "laplace"
    case .squareRootSoftplus: "sqrtsoftplus"
    case .linear: "linear"
    }
  }
}
