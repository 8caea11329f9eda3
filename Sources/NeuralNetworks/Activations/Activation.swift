import Tensors

/// What bends the numbers between two layers. Without it, two linear layers would be no more than one.
///
///     Activation.relu(Tensor([-1, 2]))     // 0  2
public enum Activation: String, Sendable, Codable, CaseIterable {
  case relu
  /// By the error function, as BERT has it.
  case gelu
  /// By tanh, as GPT-2 has it.
  case geluTanh
  case tanh
  case sigmoid
  case silu

  public func callAsFunction(_ x: Tensor) -> Tensor {
    switch self {
    case .relu: Tensors.relu(x)
    case .gelu: Tensors.gelu(x)
    case .geluTanh: Tensors.gelu(x, .tanh)
    case .tanh: Tensors.tanh(x)
    case .sigmoid: Tensors.sigmoid(x)
    case .silu: Tensors.silu(x)
    }
  }

  /// A layer that does this.
  public var layer: any Layer {
    switch self {
    case .relu: ReLU()
    case .gelu: GELU()
    case .geluTanh: GELU(.tanh)
    case .tanh: Tanh()
    case .sigmoid: Sigmoid()
    case .silu: SiLU()
    }
  }
}
