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
  /// By the logistic function: x σ(1.702 x). Source: Hendrycks, Gimpel, Gaussian Error Linear Units, 2016, section 2.
  case quickGELU
  /// ``gelu``, from -10 to 10. Source: Wu and others, Integer Quantization for Deep Learning Inference, 2020, section 5.
  case clippedGELU
  case tanh
  case sigmoid
  case silu
  /// x tanh(ln(1 + eˣ)). Source: Misra, Mish: A Self Regularized Non-Monotonic Activation Function, 2019.
  case mish
  /// x times (x + 3)/6, that from 0 to 1. Source: Howard and others, Searching for MobileNetV3, 2019, section 5.2.
  case hardSwish
  /// x, and a hundredth of it where it is negative. Source: Maas and others, Rectifier Nonlinearities Improve Neural Network
  /// Acoustic Models, 2013, section 2.
  case leakyReLU
  /// ``relu``, 6 at most. Source: Howard and others, MobileNets, 2017.
  case relu6
  /// The square of ``relu``. Source: So and others, Primer: Searching for Efficient Transformers, 2021, section 4.
  case squaredReLU
  /// The chance that a normal random number with the mean √½ and the deviation 1/√(4π) is smaller. Source: Ma and others, Mega:
  /// Moving Average Equipped Gated Attention, 2022, section 3.
  case laplace
  /// √ln(1 + eˣ).
  case squareRootSoftplus
  /// x itself: no bend at all.
  case linear

  /// Each number changed by the function that this names.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    switch self {
    case .relu: Tensors.relu(x)
    case .gelu: Tensors.gelu(x)
    case .geluTanh: Tensors.gelu(x, .tanh)
    case .quickGELU: x * Tensors.sigmoid(x * 1.702)
    case .clippedGELU: Tensors.gelu(x).clipped(to: -10...10)
    case .tanh: Tensors.tanh(x)
    case .sigmoid: Tensors.sigmoid(x)
    case .silu: Tensors.silu(x)
    case .mish: x * Tensors.tanh(softplus(x))
    case .hardSwish: x * (x + 3).clipped(to: 0...6) / 6
    case .leakyReLU: maximum(x, x * 0.01)
    case .relu6: x.clipped(to: 0...6)
    case .squaredReLU: Tensors.relu(x) * Tensors.relu(x)
    // With the digits that the field's programs have.
    case .laplace: (erf((x - 0.707107) / (0.282095 * 2.0.squareRoot())) + 1) * 0.5
    case .squareRootSoftplus: sqrt(softplus(x))
    case .linear: x
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
    default: ActivationLayer(self)
    }
  }
}
